package dev.parley.console.doctor;

import dev.parley.chat.Connection;
import dev.parley.chat.Session;
import dev.parley.console.doctor.NetworkPlace.Reach;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Whether others can reach the address that this peer is bound to. */
final class AddressCheck implements Check {
    private static final String TOPIC = "address";

    private final Supplier<List<NetworkPlace>> places;

    /** @param places the addresses of this machine */
    AddressCheck(Supplier<List<NetworkPlace>> places) {
        this.places = places;
    }

    @Override
    public List<Finding> look(Session session) {
        Optional<Connection.LocalNode> node = session.connection().overview().node();
        if (node.isEmpty()) return List.of(Finding.bad(TOPIC, "There is no channel: type 'join'."));
        boolean serviceOnLoopback = session.bootstrap()
                .service()
                .map(url -> isLoopback(url.getHost()))
                .orElse(true);
        return findings(node.get().address(), serviceOnLoopback, places.get());
    }

    static List<Finding> findings(InetSocketAddress own, boolean serviceOnLoopback, List<NetworkPlace> places) {
        InetAddress address = own.getAddress();
        NetworkPlace here = places.stream()
                .filter(place -> place.address().equals(address))
                .findFirst()
                .orElse(new NetworkPlace("?", address, address.isLoopbackAddress() ? Reach.LOOPBACK : Reach.NETWORK));
        List<NetworkPlace> elsewhere = places.stream()
                .filter(place -> !place.address().equals(address) && place.reach() != Reach.LOOPBACK)
                .toList();
        List<Finding> findings = new ArrayList<>();
        findings.add(own(here, serviceOnLoopback, elsewhere));
        if (!elsewhere.isEmpty())
            findings.add(Finding.note(
                    TOPIC,
                    "This machine is also at "
                            + elsewhere.stream()
                                    .map(place ->
                                            place.text() + ", " + place.reach().words())
                                    .collect(Collectors.joining("; "))
                            + "."));
        return findings;
    }

    private static Finding own(NetworkPlace here, boolean serviceOnLoopback, List<NetworkPlace> elsewhere) {
        String where =
                "You are bound to %s, %s.".formatted(here.text(), here.reach().words());
        Optional<NetworkPlace> better = elsewhere.stream()
                .filter(place -> place.reach() == Reach.NETWORK)
                .findFirst();
        if (here.reach() == Reach.LOOPBACK && !serviceOnLoopback)
            return Finding.bad(
                    TOPIC,
                    where + " The service is for a network, where nobody reaches you: start with --bind-addr "
                            + better.map(place -> place.address().getHostAddress())
                                    .orElse("and this machine's address")
                            + ".");
        if (here.reach() == Reach.NETWORK || here.reach() == Reach.LOOPBACK || better.isEmpty())
            return Finding.good(TOPIC, where);
        return Finding.note(
                TOPIC,
                where + " If others cannot find you, start with --bind-addr "
                        + better.get().address().getHostAddress() + ".");
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
