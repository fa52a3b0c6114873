package dev.parley.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardeningTest {
    @TempDir
    Path directory;

    private StackFile stack(String protocols) throws IOException, StackFileException {
        return StackFile.load(Files.writeString(directory.resolve("mine.xml"), "<config>" + protocols + "</config>"));
    }

    private Map<String, String> hardened(String protocol, String protocols) throws Exception {
        return Hardening.of(stack(protocols), Loopback.ADDRESS).protocols().stream()
                .filter(candidate -> candidate.name().equals(protocol))
                .findFirst()
                .orElseThrow()
                .attributes();
    }

    @Test
    void aBareTcpTransportGetsEverythingItLacks() throws Exception {
        assertThat(hardened("TCP", "<TCP/><VERIFY_SUSPECT2/><MFC max_credits='2M'/>"))
                .containsEntry("bind_addr", "127.0.0.1")
                .containsEntry("diag.enabled", "false")
                .containsEntry("bundler.capacity", "64517")
                .containsEntry("bundler.use_single_sender_thread", "false")
                .containsEntry("max_length", "1000000")
                .containsEntry("peer_addr_read_timeout", "300")
                .containsEntry("enable_suspect_events", "true");
    }

    @Test
    void brokenConnectionsAreSuspectedOnlyWhereSuspicionsAreVerified() throws Exception {
        assertThat(hardened("TCP", "<TCP/><FD_ALL3/>")).doesNotContainKey("enable_suspect_events");
    }

    @Test
    void goodValuesStay() throws Exception {
        Map<String, String> attributes =
                hardened("TCP", "<TCP max_length='9M' peer_addr_read_timeout='100ms' bundler.capacity='90000'/><UFC/>");
        assertThat(attributes)
                .containsEntry("max_length", "9M")
                .containsEntry("peer_addr_read_timeout", "100ms")
                .containsEntry("bundler.capacity", "161291");
    }

    @Test
    void aUdpTransportGetsOnlyWhatItKnows() throws Exception {
        assertThat(hardened("UDP", "<UDP/><MFC max_credits='2M'/>"))
                .containsEntry("bind_addr", "127.0.0.1")
                .containsEntry("diag.enabled", "false")
                .containsEntry("bundler.capacity", "64517")
                .doesNotContainKeys("max_length", "peer_addr_read_timeout", "enable_suspect_events");
    }

    @Test
    void socketFailureDetectionListensOnTheBindAddressFarFromTheTransportsPorts() throws Exception {
        assertThat(hardened("FD_SOCK2", "<TCP/><FD_SOCK2/>"))
                .containsEntry("bind_addr", "127.0.0.1")
                .containsEntry("offset", "1000");
        assertThat(hardened("FD_SOCK2", "<TCP port_range='50'/><FD_SOCK2 offset='50' bind_addr='127.0.0.9'/>"))
                .containsEntry("bind_addr", "127.0.0.1")
                .containsEntry("offset", "1000");
        assertThat(hardened("FD_SOCK2", "<TCP/><FD_SOCK2 offset='2000'/>")).containsEntry("offset", "2000");
    }

    @Test
    void everyMemberInAListNamesTheOthers() throws Exception {
        assertThat(hardened("TCPPING", "<TCP/><TCPPING/>")).containsEntry("return_entire_cache", "true");
    }

    @Test
    void protocolsThatCannotBeMadeSafeAreNamed() throws Exception {
        StackFile stack = stack("<TCP/><BATCH2/>");
        assertThatThrownBy(() -> Hardening.of(stack, Loopback.ADDRESS))
                .isInstanceOf(StackFileException.class)
                .hasMessage("mine: BATCH2 cannot be used in Parley: it sends batches that are unpacked before anything"
                        + " checks them; take it out of the stack.");
    }

    @Test
    void everyChangeIsSaidInASentenceAndStaysOutOfTheFile() throws Exception {
        StackFile stack = stack("<TCP/>");
        assertThat(Hardening.of(stack, Loopback.ADDRESS).sentences())
                .contains("TCP.diag.enabled is false: anybody could read and change attributes through it.");
        assertThat(stack.toXml()).doesNotContain("diag");
    }

    @Test
    void placeholdersTakeSystemPropertiesAndDefaults() throws Exception {
        assertThat(hardened(
                        "TCP", "<TCP thread_pool.max_threads='${parley.test.none:17}' port_range='${user.none:4}'/>"))
                .containsEntry("thread_pool.max_threads", "17")
                .containsEntry("port_range", "4");
    }
}
