package dev.parley.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapJsonTest {
    private static final Peer ALICE = new Peer("a-1", "alice", "127.0.0.1", 22365, "tcp", "0", 1_557_219_910L);

    private final BootstrapJson answers = BootstrapJson.ofAnswers();

    @Test
    void theShapeIsThatOfTheContract() {
        BootstrapData data = new BootstrapData(new BootstrapConfig(8, 5, 0), Map.of("a-1", ALICE));
        assertThat(BootstrapJson.write(data))
                .isEqualTo("{\"Config\":{\"maxpeers\":8,\"minrefillcandidates\":5,\"numpeers\":1},"
                        + "\"Peers\":{\"a-1\":{\"id\":\"a-1\",\"name\":\"alice\",\"ip\":\"127.0.0.1\",\"port\":\"22365\","
                        + "\"protocol\":\"tcp\",\"status\":\"0\",\"timestamp\":\"1557219910\"}}}");
        assertThat(read(BootstrapJson.write(data))).isEqualTo(data);
    }

    @Test
    void theOrderOfThePeersIsKept() {
        Map<String, Peer> peers = new LinkedHashMap<>();
        IntStream.of(9, 3, 7, 1).forEach(i -> peers.put("p" + i, new Peer("p" + i, "", "::1", i, "", "", i)));
        BootstrapData data = new BootstrapData(new BootstrapConfig(8, 5, 0), peers);
        assertThat(read(BootstrapJson.write(data)).peers().keySet()).containsExactly("p9", "p3", "p7", "p1");
    }

    @Test
    void aMissingKeyIsZeroOrEmptyAndAnUnknownOneIsIgnored() {
        assertThat(
                        read(
                                "{\"Peers\":{\"x\":{\"ip\":\"10.0.0.1\",\"port\":\"7\",\"new\":{\"deep\":[1,{}]}}},\"More\":[{}]}"))
                .isEqualTo(new BootstrapData(
                        new BootstrapConfig(0, 0, 0), Map.of("x", new Peer("x", "", "10.0.0.1", 7, "", "", 0))));
        assertThat(read("{\"Config\":{\"maxpeers\":4}}")).isEqualTo(BootstrapData.empty(new BootstrapConfig(4, 0, 0)));
        assertThat(read("{\"Config\":null,\"Peers\":null}"))
                .isEqualTo(BootstrapData.empty(new BootstrapConfig(0, 0, 0)));
    }

    @Test
    void numbersMayBeStringsAndStringsNumbers() {
        assertThat(read("{\"Config\":{\"maxpeers\":\"4\"},\"Peers\":{\"x\":{\"id\":\"x\",\"ip\":\"::1\",\"port\":7,"
                        + "\"status\":0,\"timestamp\":99}}}"))
                .isEqualTo(new BootstrapData(
                        new BootstrapConfig(4, 0, 0), Map.of("x", new Peer("x", "", "::1", 7, "", "0", 99))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ip\":\"evil.example\",\"port\":\"1\"}",
                "{\"ip\":\"::1\",\"port\":\"65536\"}",
                "{\"ip\":\"::1\",\"port\":\"-1\"}",
                "{\"ip\":\"::1\",\"port\":\"99999999999\"}",
                "{\"ip\":\"::1\",\"port\":\"x\"}",
                "{\"ip\":\"::1\"}",
                "{\"port\":\"1\"}",
                "[1,[2]]",
                "null",
                "7",
                "{\"ip\":\"::1\",\"port\":\"1\",\"name\":\"a b\"}",
                "{\"ip\":\"::1\",\"port\":\"1\",\"id\":\"other\"}",
                "{\"ip\":\"::1\",\"port\":{\"a\":1}}",
                "{\"ip\":\"::1\",\"port\":\"1\",\"timestamp\":\"soon\"}"
            })
    void anOddEntryIsSkippedByAClientAndDamageToAStore(String entry) {
        String text = "{\"Config\":{},\"Peers\":{\"odd\":" + entry
                + ",\"good\":{\"id\":\"good\",\"ip\":\"::1\",\"port\":\"1\"}}}";
        assertThat(read(text).peers().keySet()).containsExactly("good");
        assertThat(read(text).config().numPeers()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BootstrapJson.ofStores().read(text.getBytes(UTF_8)));
    }

    @Test
    void aClientTakesAtMost64PeersAndAStoreAll() {
        String entries = IntStream.range(0, 500)
                .mapToObj(i -> "\"p" + i + "\":{\"ip\":\"10.0.0.1\",\"port\":\"7\"}")
                .collect(Collectors.joining(","));
        String text = "{\"Peers\":{" + entries + "},\"Config\":{\"maxpeers\":1000}}";
        assertThat(read(text).peers()).hasSize(64).containsKeys("p0", "p63");
        assertThat(read(text).config().maxPeers()).isEqualTo(1000);
        assertThat(BootstrapJson.ofStores().read(text.getBytes(UTF_8)).peers()).hasSize(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "7",
                "\"Config\"",
                "{}",
                "{\"config\":{}}",
                "<html>no</html>",
                "{\"Config\":{}",
                "{\"Config\":{}} x",
                "{\"Config\":{}}{}",
                "{\"Config\":[]}",
                "{\"Peers\":[]}",
                "{\"Peers\":\"x\"}",
                "{\"Config\":{\"maxpeers\":-1}}",
                "{\"Config\":{\"maxpeers\":1e9}}",
                "{\"Config\":{\"maxpeers\":99999999999}}",
                "{\"Config\":{\"maxpeers\":\"x\"}}",
                "{\"Peers\":{\"a\":{\"ip\":\"::1\",\"port\":\"1\"",
                "\u0000\u0001"
            })
    void anotherShapeIsOneSentence(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(text))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n").hasSizeBetween(10, 200));
    }

    @Test
    void deepNestingIsRefusedBeforeItCostsAStack() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("{\"Config\":{},\"x\":" + "[".repeat(400_000)))
                .withMessageContaining("not valid JSON");
    }

    private BootstrapData read(String text) {
        return answers.read(text.getBytes(UTF_8));
    }
}
