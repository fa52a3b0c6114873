package dev.parley.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/** Turns a peer's name into that of a folder, on every file system and without two names meeting in one. */
final class FolderName {
    /** File systems take 255 bytes. */
    private static final int MAX_BYTES = 200;

    /** What Windows takes for a device, whatever follows after a dot. */
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private static final String NUMBERED_DEVICE = "(com|lpt)[0-9¹²³]";

    private FolderName() {}

    static String of(String name) {
        StringBuilder safe = new StringBuilder();
        name.codePoints().forEach(character -> append(safe, character));
        if (isDevice(name) || safe.charAt(0) == '.') safe.replace(0, 1, encoded(name.codePointAt(0)));
        if (safe.charAt(safe.length() - 1) == '.') safe.replace(safe.length() - 1, safe.length(), encoded('.'));
        return safe.toString().getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES ? safe.toString() : digest(name);
    }

    private static void append(StringBuilder safe, int character) {
        if (Character.isLetterOrDigit(character) || "-_.".indexOf(character) >= 0) safe.appendCodePoint(character);
        else safe.append(encoded(character));
    }

    private static String encoded(int character) {
        StringBuilder bytes = new StringBuilder();
        for (byte part : Character.toString(character).getBytes(StandardCharsets.UTF_8))
            bytes.append('%').append(HexFormat.of().withUpperCase().toHexDigits(part));
        return bytes.toString();
    }

    private static boolean isDevice(String name) {
        int dot = name.indexOf('.');
        String stem = (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
        return DEVICES.contains(stem) || stem.matches(NUMBERED_DEVICE);
    }

    private static String digest(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return "%" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
