package dev.parley.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jgroups.JChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFileTest {
    @TempDir
    Path directory;

    private StackFile stack(String... lines) throws IOException, StackFileException {
        return StackFile.load(Files.writeString(directory.resolve("mine.xml"), String.join("\n", lines)));
    }

    private void refused(String sentence, String... lines) {
        assertThatThrownBy(() -> stack(lines))
                .isInstanceOf(StackFileException.class)
                .hasMessage(sentence);
    }

    @Test
    void everyBundledStackIsInTheFolderAndValid() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("../../jgroups-config"))) {
            List<String> inFolder = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".xml"))
                    .map(file -> file.replace(".xml", ""))
                    .sorted()
                    .toList();
            assertThat(StackFile.bundledNames()).containsExactlyElementsOf(inFolder);
        }
        for (String name : StackFile.bundledNames()) {
            StackFile checked = StackFile.load(Path.of("../../jgroups-config/" + name + ".xml"));
            assertThat(checked).isEqualTo(StackFile.bundled(name));
        }
    }

    @Test
    void everyBundledStackIsHardenedAndOnlyTheStockOneNeedsIt() throws Exception {
        for (String name : StackFile.bundledNames()) {
            List<String> sentences =
                    Hardening.of(StackFile.bundled(name), Loopback.ADDRESS).sentences();
            if (name.equals("stock-tcp"))
                assertThat(sentences)
                        .anyMatch(sentence -> sentence.startsWith("TCP.diag.enabled is false"))
                        .anyMatch(sentence -> sentence.startsWith("TCP.bundler.capacity is "))
                        .anyMatch(sentence -> sentence.startsWith("FD_SOCK2.bind_addr is 127.0.0.1"));
            else assertThat(sentences).as(name).isEmpty();
        }
    }

    @Test
    void whatIsWrittenReadsBackEqualAndLoadsInPlainJGroups() throws Exception {
        for (String name : StackFile.bundledNames()) {
            StackFile original = StackFile.bundled(name).withBindPort(7911);
            StackFile again = stack(original.toXml());
            assertThat(again).as(name).isEqualTo(original);
            assertThat(again.toXml())
                    .as(name)
                    .isEqualTo(original.toXml())
                    .contains("${parley.bind_addr:127.0.0.1}")
                    .contains("bind_port=\"7911\"");
            try (JChannel plain =
                    new JChannel(new ByteArrayInputStream(original.toXml().getBytes(StandardCharsets.UTF_8)))) {
                assertThat(plain.getProtocolStack().getTransport().getBindPort())
                        .isEqualTo(7911);
                assertThat(plain.getProtocolStack().getProtocols()).as(name).hasSameSizeAs(original.protocols());
            }
        }
    }

    @Test
    void everyBundledStackBeginsWithWhatItIsFor() {
        assertThat(StackShelf.items(List.of(directory)))
                .extracting(StackShelf.Item::name)
                .containsExactlyElementsOf(StackFile.bundledNames());
        assertThat(StackShelf.items(List.of(directory)))
                .allSatisfy(item -> assertThat(item.purpose()).hasSizeBetween(30, 250))
                .allSatisfy(item -> assertThat(item.source()).isEqualTo("bundled"));
    }

    @Test
    void twoStacksAreComparedProtocolByProtocol() throws Exception {
        StackFile one = stack("<config><TCP port_range='3'/><TCPPING/><FD_ALL3 timeout='9s'/><UFC/><MFC/></config>");
        StackFile other = stack("<config><TCP port_range='4'/><FD_ALL3/><MFC/><UFC/><FRAG4/></config>");
        assertThat(StackDiff.between(one, one)).isEmpty();
        assertThat(StackDiff.between(one, other).stream()
                        .map(difference -> "%s %s: %s, %s"
                                .formatted(
                                        difference.protocol(),
                                        difference.attribute(),
                                        difference.left().orElse("-"),
                                        difference.right().orElse("-")))
                        .toList())
                .containsExactly(
                        "TCP port_range: 3, 4",
                        "TCPPING : there, -",
                        "FD_ALL3 timeout: 9s, -",
                        "FRAG4 : -, there",
                        "UFC : above FD_ALL3, above MFC",
                        "MFC : above UFC, above FD_ALL3");
    }

    @Test
    void protocolsAndAttributesKeepTheOrderOfTheFile() throws Exception {
        StackFile stack = stack("<config><TCP port_range='3' bind_port='7'/><TCPPING/><pbcast.GMS/></config>");
        assertThat(stack.protocols())
                .extracting(StackFile.Protocol::name)
                .containsExactly("TCP", "TCPPING", "pbcast.GMS");
        assertThat(stack.protocols().get(0).attributes().keySet()).containsExactly("port_range", "bind_port");
        assertThat(stack.name()).isEqualTo("mine");
        assertThat(stack.source()).isEqualTo(directory.resolve("mine.xml").toString());
    }

    @Test
    void anotherPortIsAnotherStack() throws Exception {
        StackFile original = StackFile.bundled("tcp");
        StackFile moved = original.withBindPort(9000);
        assertThat(moved).isNotEqualTo(original);
        assertThat(original.toXml()).doesNotContain("9000");
    }

    @Test
    void aMistypedAttributeIsNamedWithItsLineAndTheNearestOne() {
        refused(
                "mine.xml, line 4: TCPPING has no attribute 'initial_host'; did you mean 'initial_hosts'?",
                "<config>",
                "  <TCP/>",
                "  <TCPPING port_range='1'",
                "           initial_host='a[1]'/>",
                "</config>");
    }

    @Test
    void aMistypedComponentAttributeIsNamedToo() {
        refused(
                "mine.xml, line 1: TCP has no attribute 'bundler.capacty'; did you mean 'bundler.capacity'?",
                "<config><TCP bundler.capacty='4'/></config>");
    }

    @Test
    void aMistypedProtocolIsNamedWithItsLineAndTheNearestOne() {
        refused(
                "mine.xml, line 3: JGroups has no protocol 'TCPING'; did you mean 'TCPPING'?",
                "<config>",
                "  <TCP/>",
                "  <TCPING/></config>");
    }

    @Test
    void aValueThatIsNoneIsNamed() {
        refused(
                "mine.xml, line 1: TCP.bind_port takes a number such as 10 or 64K, not 'many'.",
                "<config><TCP bind_port='many'/></config>");
        refused(
                "mine.xml, line 1: TCP.sock_conn_timeout takes a duration such as 500ms or 2s, not 'soon'.",
                "<config><TCP sock_conn_timeout='soon'/></config>");
        refused(
                "mine.xml, line 1: TCP.tcp_nodelay takes true or false, not 'maybe'.",
                "<config><TCP tcp_nodelay='maybe'/></config>");
    }

    @Test
    void aStackBeginsWithExactlyOneTransport() {
        refused(
                "mine.xml, line 1: a stack begins with a transport (such as TCP), not with TCPPING.",
                "<config><TCPPING/></config>");
        refused("mine.xml, line 1: UDP is a transport and can only come first.", "<config><TCP/><UDP/></config>");
        refused("mine.xml names no protocol.", "<config/>");
    }

    @Test
    void whatIsNoStackIsRefusedInOneSentence() {
        refused("mine.xml, line 1: a stack file begins with <config>, not with <html>.", "<html/>");
        refused("mine.xml, line 1: text between the protocols.", "<config>hello</config>");
        refused(
                "mine.xml, line 2: 'fork-stacks' is nested in a protocol, which Parley does not support.",
                "<config><TCP/>",
                "<FORK><fork-stacks/></FORK></config>");
        assertThatThrownBy(() -> stack("<config><TCP/>"))
                .hasMessageMatching("mine.xml, line 1: not well-formed XML: [^\\n]+");
        assertThatThrownBy(() -> stack("not xml")).hasMessageMatching("mine.xml, line 1: not well-formed XML: [^\\n]+");
    }

    @Test
    void entitiesAreRefusedBeforeTheyExplode() {
        refused(
                "mine.xml, line 1: document types and entities are not allowed in a stack file.",
                "<!DOCTYPE c [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
                        + "<config><TCP bind_addr='&b;'/></config>");
        refused(
                "mine.xml, line 1: document types and entities are not allowed in a stack file.",
                "<!DOCTYPE c [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><config><TCP bind_addr='&x;'/></config>");
    }

    @Test
    void aValueThatJGroupsWouldReadDifferentlyIsRefused() {
        refused(
                "mine.xml, line 1: the value of 'bind_addr' has one of < > & \" which JGroups cannot read.",
                "<config><TCP bind_addr='a&amp;b'/></config>");
    }

    @Test
    void filesThatAreNoneAreRefused() throws IOException {
        assertThatThrownBy(() -> StackFile.load(directory.resolve("none.xml")))
                .isInstanceOf(StackFileException.class)
                .hasMessageEndingWith("none.xml cannot be read; is it an existing, readable file?");
        Path binary = Files.write(directory.resolve("binary.xml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThatThrownBy(() -> StackFile.load(binary)).hasMessageEndingWith("is not a text file in UTF-8.");
    }

    @Test
    void aStackIsFoundByPathByNameOrInTheLibrary() throws Exception {
        Files.writeString(directory.resolve("office.xml"), "<config><TCP/></config>");
        List<Path> directories = List.of(directory);
        assertThat(StackFile.find("office", directories).name()).isEqualTo("office");
        assertThat(StackFile.find("office.xml", directories).name()).isEqualTo("office");
        assertThat(StackFile.find(directory.resolve("office.xml").toString(), List.of())
                        .name())
                .isEqualTo("office");
        assertThat(StackFile.find("tcp", directories).source()).isEqualTo("bundled");
        assertThat(StackFile.find("tcp.xml", directories).source()).isEqualTo("bundled");
        assertThatThrownBy(() -> StackFile.find("ofice", directories))
                .isInstanceOf(StackFileException.class)
                .hasMessage("There is no stack file 'ofice'; did you mean 'office'?");
        assertThatThrownBy(() -> StackFile.find("something else", directories))
                .hasMessage("There is no stack file 'something else'; known stacks: office, stock-tcp, tcp,"
                        + " tcp-gossip-router, tcp-large, tcp-lossy, tcp-nakack4, tcp-nio, tcp-total-order, udp.");
    }

    @Test
    void aFileMayIncludeAnotherBesideItOrOneOfJGroups() throws Exception {
        Files.writeString(directory.resolve("transport.xml"), "<TCP bind_port='7'/>");
        StackFile stack = stack("<config><include file='transport.xml'/><TCPPING/></config>");
        assertThat(stack.protocols()).extracting(StackFile.Protocol::name).containsExactly("TCP", "TCPPING");
        assertThat(stack("<config><include file='tcp-default.xml' bind_port='8'/></config>")
                        .protocols()
                        .get(0)
                        .attributes())
                .containsEntry("bind_port", "8");
        refused(
                "mine.xml, line 1: the included file 'none.xml' is neither beside this one nor one of JGroups' own.",
                "<config><include file='none.xml'/></config>");
    }
}
