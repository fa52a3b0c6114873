package dev.parley.console.doctor;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** An address of this machine, and who reaches it. */
record NetworkPlace(String device, InetAddress address, Reach reach) {
    /** What kind of interface it is, told by its name. */
    enum Reach {
        NETWORK("a network"),
        LOOPBACK("loopback, which only this machine reaches"),
        CONTAINERS("Docker, which only containers on this machine reach"),
        MACHINES("a virtual network, which only virtual machines on this machine reach"),
        VPN("a VPN, which only its members reach");

        private final String words;

        Reach(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        static Reach of(String device, boolean loopback) {
            String name = device.toLowerCase(Locale.ROOT);
            if (loopback) return LOOPBACK;
            if (starts(name, "docker", "br-", "veth", "podman", "cni", "flannel", "cali")) return CONTAINERS;
            if (starts(name, "virbr", "vbox", "vmnet", "lxc", "lxd", "vethernet")) return MACHINES;
            if (starts(name, "tun", "tap", "wg", "utun", "ppp", "ipsec", "tailscale", "zt", "nordlynx")) return VPN;
            return NETWORK;
        }

        private static boolean starts(String name, String... beginnings) {
            return Stream.of(beginnings).anyMatch(name::startsWith);
        }
    }

    /** For example {@code 192.168.7.20 (eth0)}. */
    String text() {
        return address.getHostAddress().replaceAll("%.*", "") + " (" + device + ")";
    }

    /** All addresses of interfaces that are up, those that others reach first; none of those that only one link knows. */
    static List<NetworkPlace> all() {
        List<NetworkPlace> places = new ArrayList<>();
        try {
            for (NetworkInterface device : NetworkInterface.networkInterfaces().toList()) {
                if (!device.isUp()) continue;
                Reach reach = Reach.of(device.getName(), device.isLoopback());
                device.inetAddresses()
                        .filter(address -> !address.isLinkLocalAddress())
                        .forEach(address -> places.add(new NetworkPlace(device.getName(), address, reach)));
            }
        } catch (SocketException e) {
            // What the system does not tell cannot be advised.
            return List.of();
        }
        places.sort(Comparator.comparing(NetworkPlace::reach));
        return places;
    }
}
