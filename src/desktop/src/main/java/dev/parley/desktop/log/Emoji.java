package dev.parley.desktop.log;

/**
 * Knows pictures among characters, and which characters only join or tint pictures: these have no look of their own and would
 * be seen as boxes. Any thread.
 */
final class Emoji {
    private static final int JOINER = 0x200D;
    private static final int KEYCAP = 0x20E3;
    private static final int AS_PICTURE = 0xFE0F;

    /** The pictures below U+10000: pairs of first and last. */
    private static final char[] RANGES = {
        0x231A, 0x231B, 0x2328, 0x2328, 0x23CF, 0x23CF, 0x23E9, 0x23F3, 0x23F8, 0x23FA, 0x2600, 0x2604, 0x260E, 0x260E,
        0x2611, 0x2611, 0x2614, 0x2615, 0x2618, 0x2618, 0x261D, 0x261D, 0x2620, 0x2620, 0x2622, 0x2623, 0x2626, 0x2626,
        0x262A, 0x262A, 0x262E, 0x262F, 0x2638, 0x263A, 0x2640, 0x2640, 0x2642, 0x2642, 0x2648, 0x2653, 0x265F, 0x2660,
        0x2663, 0x2663, 0x2665, 0x2666, 0x2668, 0x2668, 0x267B, 0x267B, 0x267E, 0x267F, 0x2692, 0x2697, 0x2699, 0x2699,
        0x269B, 0x269C, 0x26A0, 0x26A1, 0x26A7, 0x26A7, 0x26AA, 0x26AB, 0x26B0, 0x26B1, 0x26BD, 0x26BE, 0x26C4, 0x26C5,
        0x26C8, 0x26C8, 0x26CE, 0x26CF, 0x26D1, 0x26D1, 0x26D3, 0x26D4, 0x26E9, 0x26EA, 0x26F0, 0x26F5, 0x26F7, 0x26FA,
        0x26FD, 0x26FD, 0x2702, 0x2702, 0x2705, 0x2705, 0x2708, 0x270D, 0x270F, 0x270F, 0x2712, 0x2712, 0x2714, 0x2714,
        0x2716, 0x2716, 0x271D, 0x271D, 0x2721, 0x2721, 0x2728, 0x2728, 0x2733, 0x2734, 0x2744, 0x2744, 0x2747, 0x2747,
        0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755, 0x2757, 0x2757, 0x2763, 0x2764, 0x2795, 0x2797, 0x27B0, 0x27B0,
        0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55
    };

    private Emoji() {}

    /** Where the picture that begins here ends, with all that belongs to it; {@code at} if none begins. */
    static int end(String text, int at) {
        int character = text.codePointAt(at);
        int next = at + Character.charCount(character);
        if (isKeycapBase(character)) return keycapEnd(text, at, next);
        if (!isPicture(character)) return at;
        while (next < text.length()) {
            int follower = text.codePointAt(next);
            if (!isInvisible(follower)) break;
            next += Character.charCount(follower);
            if (follower == JOINER && next < text.length() && isPicture(text.codePointAt(next)))
                next += Character.charCount(text.codePointAt(next));
        }
        return next;
    }

    private static int keycapEnd(String text, int at, int next) {
        int end = next < text.length() && text.charAt(next) == AS_PICTURE ? next + 1 : next;
        return end < text.length() && text.charAt(end) == KEYCAP ? end + 1 : at;
    }

    /** What of a picture is drawn: each one of those joined, without what joins and tints them. */
    static String drawn(String picture) {
        StringBuilder drawn = new StringBuilder(picture.length());
        picture.codePoints()
                .filter(character -> !isInvisible(character) && character != KEYCAP)
                .forEach(drawn::appendCodePoint);
        return drawn.toString();
    }

    static boolean isPicture(int character) {
        if (character >= 0x10000) return isHighPicture(character);
        for (int i = 0; i < RANGES.length; i += 2) {
            if (character < RANGES[i]) return false;
            if (character <= RANGES[i + 1]) return true;
        }
        return false;
    }

    private static boolean isHighPicture(int character) {
        return character == 0x1F004
                || character == 0x1F0CF
                || (character >= 0x1F170 && character <= 0x1F171)
                || (character >= 0x1F17E && character <= 0x1F17F)
                || character == 0x1F18E
                || (character >= 0x1F191 && character <= 0x1F19A)
                || (character >= 0x1F1E6 && character <= 0x1F1FF)
                || (character >= 0x1F300 && character <= 0x1F64F && !isTone(character))
                || (character >= 0x1F680 && character <= 0x1F6FF)
                || (character >= 0x1F7E0 && character <= 0x1F7F0)
                || (character >= 0x1F90C && character <= 0x1F9FF)
                || (character >= 0x1FA70 && character <= 0x1FAFF);
    }

    /** Whether a character is seen only through its neighbours: joiners, variation selectors, skin tones, tags. */
    static boolean isInvisible(int character) {
        return character == JOINER
                || (character >= 0xFE00 && character <= 0xFE0F)
                || (character >= 0x200B && character <= 0x200C)
                || character == 0x2060
                || character == 0xFEFF
                || (character >= 0xE0000 && character <= 0xE01EF)
                || isTone(character);
    }

    private static boolean isTone(int character) {
        return character >= 0x1F3FB && character <= 0x1F3FF;
    }

    private static boolean isKeycapBase(int character) {
        return (character >= '0' && character <= '9') || character == '#' || character == '*';
    }
}
