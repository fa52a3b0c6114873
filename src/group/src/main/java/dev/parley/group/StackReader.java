package dev.parley.group;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jgroups.protocols.TP;
import org.jgroups.stack.Protocol;

/** Turns the text of a stack file into protocols and says precisely what is wrong with it. Stateless. */
final class StackReader {
    private StackReader() {}

    /** For the library's own files, which its tests check: a start need not pay for that. */
    static List<StackFile.Protocol> unchecked(String file, String text) throws StackFileException {
        return StackXml.read(file, text).stream()
                .map(element -> new StackFile.Protocol(element.name(), element.attributes()))
                .toList();
    }

    /**
     * @param directory where included files are looked for before JGroups' own ones
     * @throws StackFileException that names file, line, reason and the nearest valid name
     */
    static List<StackFile.Protocol> checked(String file, String text, Optional<Path> directory)
            throws StackFileException {
        List<StackFile.Protocol> protocols = new ArrayList<>();
        for (StackXml.Element element : StackXml.read(file, text)) {
            if (element.name().equals("include")) {
                protocols.addAll(included(file, element, directory, protocols.isEmpty()));
                continue;
            }
            check(file, element, protocols.isEmpty());
            protocols.add(new StackFile.Protocol(element.name(), element.attributes()));
        }
        if (protocols.isEmpty()) throw new StackFileException(file + " names no protocol.");
        return protocols;
    }

    private static void check(String file, StackXml.Element element, boolean first) throws StackFileException {
        Class<? extends Protocol> protocol = ProtocolCatalog.find(element.name())
                .orElseThrow(() -> new StackFileException(file + ", line " + element.line()
                        + ": JGroups has no protocol '" + element.name() + "'"
                        + NearestNames.question(element.name(), ProtocolCatalog.names())));
        if (first != TP.class.isAssignableFrom(protocol))
            throw new StackFileException(file + ", line " + element.line() + ": "
                    + (first
                            ? "a stack begins with a transport (such as TCP), not with " + element.name() + "."
                            : element.name() + " is a transport and can only come first."));
        Map<String, ProtocolCatalog.Attribute> known = ProtocolCatalog.attributes(protocol);
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            String where = file + ", line " + element.lineOf(attribute.getKey()) + ": " + element.name();
            ProtocolCatalog.Attribute definition = known.get(attribute.getKey());
            if (definition == null)
                throw new StackFileException(where + " has no attribute '" + attribute.getKey() + "'"
                        + NearestNames.question(attribute.getKey(), known.keySet()));
            String value = Placeholders.substitute(attribute.getValue());
            Optional<String> expected =
                    value.isEmpty() ? Optional.empty() : ProtocolCatalog.complaint(definition, value);
            if (expected.isPresent())
                throw new StackFileException(
                        where + "." + attribute.getKey() + " takes " + expected.get() + ", not '" + value + "'.");
        }
    }

    /** The protocols of the file that {@code <include file="..."/>} names, its other attributes set on each of them. */
    private static List<StackFile.Protocol> included(
            String file, StackXml.Element element, Optional<Path> directory, boolean first) throws StackFileException {
        Map<String, String> overrides = new LinkedHashMap<>(element.attributes());
        String wanted = Placeholders.substitute(overrides.getOrDefault("file", ""));
        overrides.remove("file");
        String text = includedText(wanted, directory)
                .orElseThrow(() -> new StackFileException(file + ", line " + element.line() + ": the included file '"
                        + wanted + "' is neither beside this one nor one of JGroups' own."));
        List<StackFile.Protocol> protocols = new ArrayList<>();
        for (StackXml.Element inner : StackXml.readPart(wanted, text)) {
            if (inner.name().equals("include"))
                throw new StackFileException(
                        wanted + ", line " + inner.line() + ": an included file includes another.");
            StackXml.Element merged = new StackXml.Element(
                    inner.name(), merge(inner.attributes(), overrides), inner.line(), inner.attributeLines());
            check(wanted, merged, first && protocols.isEmpty());
            protocols.add(new StackFile.Protocol(merged.name(), merged.attributes()));
        }
        return protocols;
    }

    private static Map<String, String> merge(Map<String, String> attributes, Map<String, String> overrides) {
        Map<String, String> merged = new LinkedHashMap<>(attributes);
        merged.putAll(overrides);
        return merged;
    }

    private static Optional<String> includedText(String wanted, Optional<Path> directory) throws StackFileException {
        try {
            if (wanted.isEmpty()) return Optional.empty();
            Optional<Path> beside =
                    directory.map(parent -> parent.resolve(wanted)).filter(Files::isRegularFile);
            if (beside.isPresent()) return Optional.of(Files.readString(beside.get()));
            try (InputStream in = Protocol.class.getResourceAsStream("/" + wanted)) {
                return in == null
                        ? Optional.empty()
                        : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new StackFileException("The included file '" + wanted + "' cannot be read.", e);
        }
    }
}
