package dev.parley.group;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads and writes the XML of stack files: a {@code config} element with one flat element a protocol. Document types are
 * refused, and with them entities, external or exploding. Stateless.
 */
final class StackXml {
    /** JGroups' own parser takes these literally or stumbles over them, so a file with them would mean two things. */
    private static final Pattern UNREADABLE_FOR_JGROUPS = Pattern.compile("[<>&\"]");

    private static final int LONGEST_FILE = 1 << 20;

    private final String file;
    private final String text;
    private final XMLStreamReader reader;
    /** Whether the outermost element may be a protocol itself, as in the files that others include. */
    private final boolean part;

    private StackXml(String file, String text, XMLStreamReader reader, boolean part) {
        this.file = file;
        this.text = text;
        this.reader = reader;
        this.part = part;
    }

    /** One protocol's element and the lines of its name and of each attribute. */
    record Element(String name, Map<String, String> attributes, int line, Map<String, Integer> attributeLines) {
        int lineOf(String attribute) {
            return attributeLines.getOrDefault(attribute, line);
        }
    }

    /**
     * @param file the file's name, for messages
     * @throws StackFileException if the text is not a flat, well-formed {@code config}
     */
    static List<Element> read(String file, String text) throws StackFileException {
        return read(file, text, false);
    }

    /** The same for a file that another includes, which may be a single protocol without {@code config} around it. */
    static List<Element> readPart(String file, String text) throws StackFileException {
        return read(file, text, true);
    }

    private static List<Element> read(String file, String text, boolean part) throws StackFileException {
        if (text.length() > LONGEST_FILE)
            throw new StackFileException(file + " is longer than a stack file can be (1 MiB).");
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            try {
                return new StackXml(file, text, reader, part).elements();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            String reason = e.getMessage().replaceFirst("(?s)^ParseError at .*?\nMessage: ", "");
            throw new StackFileException(file + ", line " + line + ": not well-formed XML: " + reason, e);
        }
    }

    private List<Element> elements() throws XMLStreamException, StackFileException {
        List<Element> elements = new ArrayList<>();
        int depth = 0;
        int protocolDepth = 2;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD ->
                    throw refusal("document types and entities are not allowed in a stack file.");
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (depth == 1 && part && !isConfig()) protocolDepth = 1;
                    if (depth == protocolDepth) elements.add(element());
                    else if (depth == 1) requireConfig();
                    else
                        throw refusal("'" + reader.getLocalName() + "' is nested in a protocol, which Parley does not"
                                + " support.");
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS -> {
                    if (!reader.isWhiteSpace()) throw refusal("text between the protocols.");
                }
                default -> {}
            }
        }
        return elements;
    }

    private boolean isConfig() {
        return reader.getLocalName().equals("config");
    }

    private void requireConfig() throws StackFileException {
        if (!isConfig()) throw refusal("a stack file begins with <config>, not with <" + reader.getLocalName() + ">.");
    }

    private Element element() throws StackFileException {
        // The reader's offset is behind the tag, by a few characters more or less.
        int behind = Math.min(reader.getLocation().getCharacterOffset(), text.length());
        String opening = "<" + reader.getLocalName();
        int start = Math.max(0, text.lastIndexOf(opening, behind - opening.length() - 1));
        int line = lineAt(start);
        Map<String, String> attributes = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            String value = reader.getAttributeValue(i);
            lines.put(name, lineOfAttribute(name, start));
            if (UNREADABLE_FOR_JGROUPS.matcher(value).find())
                throw new StackFileException(file + ", line " + lines.get(name) + ": the value of '" + name
                        + "' has one of < > & \" which JGroups cannot read.");
            attributes.put(name, value);
        }
        return new Element(reader.getLocalName(), attributes, line, lines);
    }

    private int lineOfAttribute(String name, int start) {
        Matcher matcher = Pattern.compile("\\s" + Pattern.quote(name) + "\\s*=")
                .matcher(text)
                .region(start, text.length());
        return lineAt(matcher.find() ? matcher.start() + 1 : start);
    }

    private int lineAt(int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    private StackFileException refusal(String reason) {
        return new StackFileException(file + ", line " + reader.getLocation().getLineNumber() + ": " + reason);
    }

    static String write(List<StackFile.Protocol> protocols) {
        StringBuilder xml = new StringBuilder("<config xmlns=\"urn:org:jgroups\">\n");
        for (StackFile.Protocol protocol : protocols) {
            xml.append("    <").append(protocol.name());
            String indent = "\n" + " ".repeat(6 + protocol.name().length());
            String separator = " ";
            for (Map.Entry<String, String> attribute : protocol.attributes().entrySet()) {
                xml.append(separator).append(attribute.getKey()).append("=\"");
                xml.append(attribute.getValue()).append('"');
                separator = indent;
            }
            xml.append("/>\n");
        }
        return xml.append("</config>\n").toString();
    }
}
