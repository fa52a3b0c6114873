package dev.parley.bootstrap;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Addresses as literals, so that nothing read from the wire ever causes a name to be looked up. */
public final class IpLiteral {
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern V4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    static final String EXPECTED = " is not an IP literal such as 192.0.2.7 or 2001:db8::7";
    private static final Pattern V6_ALPHABET = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private IpLiteral() {}

    /** Whether the text is an IPv4 address of four decimal numbers, or an IPv6 address without brackets and zone. */
    public static boolean isValid(String text) {
        if (V4.matcher(text).matches()) return true;
        if (text.indexOf(':') < 0 || !V6_ALPHABET.matcher(text).matches()) return false;
        try {
            parseV6(text);
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /**
     * The address that the text stands for.
     *
     * @throws IllegalArgumentException with half a sentence if the text is not valid
     */
    public static InetAddress parse(String text) {
        if (!isValid(text)) throw new IllegalArgumentException(WireText.quoted(text) + EXPECTED);
        try {
            return text.indexOf(':') < 0 ? InetAddress.getByName(text) : parseV6(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(WireText.quoted(text) + EXPECTED, e);
        }
    }

    /** Brackets make the JDK refuse what is no literal instead of asking the name service. */
    private static InetAddress parseV6(String text) throws UnknownHostException {
        return InetAddress.getByName('[' + text + ']');
    }
}
