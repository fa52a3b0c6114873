package dev.parley.console.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.console.doctor.Finding.Mark;
import dev.parley.console.doctor.NetworkPlace.Reach;
import dev.parley.console.testing.ConsoleHouse;
import dev.parley.console.testing.ConsolePeer;
import dev.parley.group.Ports;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.logging.log4j.LogManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctorTest {
    private static NetworkPlace place(String device, String address) throws Exception {
        return new NetworkPlace(device, InetAddress.getByName(address), Reach.of(device, device.equals("lo")));
    }

    private static InetSocketAddress at(String address) {
        return new InetSocketAddress(address, 7800);
    }

    @ParameterizedTest
    @CsvSource({
        "eth0, NETWORK", "wlp3s0, NETWORK", "docker0, CONTAINERS", "br-1a2b3c, CONTAINERS", "veth12, CONTAINERS",
        "virbr0, MACHINES", "tun0, VPN", "wg0, VPN", "utun4, VPN", "tailscale0, VPN"
    })
    void interfacesAreKnownByTheirNames(String device, Reach reach) {
        assertThat(Reach.of(device, false)).isEqualTo(reach);
    }

    @Test
    void thisMachineHasLoopbackAtLeast() {
        assertThat(NetworkPlace.all()).anyMatch(place -> place.reach() == Reach.LOOPBACK);
    }

    @Test
    void loopbackSufficesForAServiceOfThisMachineOnly() throws Exception {
        List<NetworkPlace> places = List.of(place("eth0", "192.168.7.20"), place("lo", "127.0.0.1"));

        assertThat(AddressCheck.findings(at("127.0.0.1"), true, places).get(0))
                .isEqualTo(Finding.good(
                        "address", "You are bound to 127.0.0.1 (lo), loopback, which only this machine reaches."));
        Finding wrong = AddressCheck.findings(at("127.0.0.1"), false, places).get(0);
        assertThat(wrong.mark()).isEqualTo(Mark.BAD);
        assertThat(wrong.sentences()).endsWith("start with --bind-addr 192.168.7.20.");
    }

    @Test
    void whoIsBoundToDockerOrAVpnIsToldOfTheNetwork() throws Exception {
        List<NetworkPlace> places = List.of(place("eth0", "192.168.7.20"), place("docker0", "172.17.0.1"));

        List<Finding> findings = AddressCheck.findings(at("172.17.0.1"), false, places);

        assertThat(findings.get(0).mark()).isEqualTo(Mark.NOTE);
        assertThat(findings.get(0).sentences())
                .contains("Docker", "If others cannot find you, start with --bind-addr 192.168.7.20.");
        assertThat(findings.get(1).sentences()).isEqualTo("This machine is also at 192.168.7.20 (eth0), a network.");
    }

    @Test
    void portsThatAFirewallHasToLetThroughAreNamed() {
        assertThat(PortCheck.finding(new Ports(7800, 8000, 7802, OptionalInt.of(8802)))
                        .sentences())
                .isEqualTo("Messages come to port 7802, and the failure detector listens on port 8802."
                        + " A firewall between machines has to let TCP 7800-8000 and 8800-9000 through.");
        assertThat(PortCheck.finding(new Ports(0, 200, 40_123, OptionalInt.empty()))
                        .mark())
                .isEqualTo(Mark.NOTE);
    }

    @Test
    void aClockThatIsWrongIsNamedWithItsDirection() {
        assertThat(ClockCheck.finding("the group's", Duration.ofMillis(900)).mark())
                .isEqualTo(Mark.GOOD);
        assertThat(ClockCheck.finding("the group's", Duration.ofSeconds(75)).sentences())
                .startsWith("Your clock is 75.0 s behind the group's: set it");
        assertThat(ClockCheck.finding("the service's", Duration.ofMinutes(-61)).sentences())
                .startsWith("Your clock is 61 min ahead of the service's");
    }

    @Test
    void whatJGroupsComplainsOfIsCountedAndBecomesAdvice() {
        try (JGroupsComplaints complaints = new JGroupsComplaints()) {
            LogManager.getLogger("org.jgroups.protocols.TCP")
                    .error("JGRP000012: discarded message from different cluster tea (our cluster is lobby)");
            LogManager.getLogger("org.jgroups.protocols.TCP").error("JGRP000012: discarded message");
            LogManager.getLogger("dev.parley").error("JGRP000053 said by somebody else");

            assertThat(complaints.counted()).isEqualTo(Map.of("JGRP000012", 2L));
            assertThat(new JGroupsCheck(complaints::counted).look(null))
                    .extracting(Finding::sentences)
                    .containsExactly(
                            "JGRP000012 (2 times): peers of another room send here: use another list or other ports for it.");
        }
        assertThat(JGroupsCheck.finding("JGRP000999", 1).sentences())
                .isEqualTo("JGRP000999 (once): the log has the words.");
    }

    @Test
    void aHealthyGroupIsSaidToBeAndAServiceThatIsGoneIsFound(@TempDir Path folder) throws Exception {
        try (ConsoleHouse house = new ConsoleHouse(folder)) {
            ConsolePeer bob = house.joined("alice", "bob").get(1);
            await().until(() -> bob.rows("bootstraplist").size() == 2);

            assertThat(bob.lines("doctor"))
                    .endsWith("Nothing is wrong here.")
                    .anyMatch(line -> line.matches("ok +service +The service at .* lists 2, with room for 2\\."))
                    .anyMatch(line ->
                            line.matches("ok +listed +alice 127.* is in the group, and all its ports answer\\."))
                    .anyMatch(line -> line.matches("ok +member +alice .*"));
            assertThat(bob.rows("doctor")).allSatisfy(row -> assertThat(row).containsOnlyKeys("mark", "topic", "text"));

            house.closeService();
            assertThat(bob.rows("doctor"))
                    .anyMatch(row -> row.get("topic").equals("service")
                            && row.get("mark").equals("bad"));
            assertThat(bob.lines("doctor")).noneMatch(line -> line.equals("Nothing is wrong here."));
        }
    }

    @Test
    void whoIsInNoGroupIsToldHowToJoin(@TempDir Path folder) throws Exception {
        try (ConsoleHouse house = new ConsoleHouse(folder)) {
            assertThat(house.peer("alice").lines("doctor"))
                    .anyMatch(line -> line.matches("!! +address +There is no channel: type 'join'\\."));
        }
    }
}
