package dev.parley.group.faults;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.jgroups.Address;

/** A fault at work, and how often it was. Thread-safe. */
final class LiveFault {
    private final Fault fault;
    private final LongAdder seen = new LongAdder();
    private final LongAdder hit = new LongAdder();

    LiveFault(Fault fault) {
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }

    Effect effect() {
        return fault.effect();
    }

    long seed() {
        return fault.seed();
    }

    Optional<Address> member() {
        return fault.member().map(LiveFault::address);
    }

    boolean concerns(Address other) {
        return member().map(other::equals).orElse(true);
    }

    static Address address(UUID member) {
        return new org.jgroups.util.UUID(member.getMostSignificantBits(), member.getLeastSignificantBits());
    }

    void count(boolean wasHit) {
        seen.increment();
        if (wasHit) hit.increment();
    }

    Fault.Report report() {
        return new Fault.Report(fault, seen.sum(), hit.sum());
    }
}
