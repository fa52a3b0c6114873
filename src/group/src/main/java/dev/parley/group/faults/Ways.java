package dev.parley.group.faults;

import dev.parley.group.faults.Fault.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jgroups.Address;

/**
 * All faults at one moment: from whom nothing comes and to whom nothing goes, and what lies on each way. Thread-safe.
 */
final class Ways {
    static final Ways FREE = new Ways(Set.of(), List.of(), Map.of());

    /** Spreads seeds that stand side by side. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Set<Address> cutOff;
    private final List<LiveFault> faults;
    private final Map<Address, Address> owners;
    private final Map<Key, Way> ways = new ConcurrentHashMap<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final boolean anyIn;
    private final boolean anyOut;

    private record Key(Address member, Direction direction) {}

    /** @param owners the members that physical addresses belong to, as far as they matter here */
    Ways(Set<Address> cutOff, List<LiveFault> faults, Map<Address, Address> owners) {
        this.cutOff = cutOff;
        this.faults = faults;
        this.owners = owners;
        this.anyIn = faults.stream().anyMatch(fault -> fault.fault().direction() == Direction.IN);
        this.anyOut = faults.stream().anyMatch(fault -> fault.fault().direction() == Direction.OUT);
    }

    /** Whether nothing happens to anything that goes there. */
    boolean free(Direction direction) {
        return cutOff.isEmpty() && !(direction == Direction.IN ? anyIn : anyOut);
    }

    boolean cutOff(Address member) {
        return cutOff.contains(owner(member));
    }

    /** The way from or to a member. */
    Way way(Address member, Direction direction) {
        return ways.computeIfAbsent(new Key(owner(member), direction), key -> open(key.member(), direction));
    }

    private Address owner(Address address) {
        return owners.getOrDefault(address, address);
    }

    private Way open(Address member, Direction direction) {
        List<LiveFault> here = new ArrayList<>();
        for (LiveFault fault : faults)
            if (fault.fault().direction() == direction && fault.concerns(member)) here.add(fault);
        return new Way(here, SPREAD * opened.getAndIncrement());
    }
}
