package dev.parley.console.command;

import java.util.ArrayList;
import java.util.List;

/**
 * A line split at white space, as far as somebody asks for its words. Single and double quotes keep white space and may stand
 * inside a word; there is no escape character, because paths of Windows contain it. For one thread.
 */
public final class Words {
    /**
     * One word.
     *
     * @param text without its quotes
     * @param start where it begins in the line, quotes included
     * @param end behind its last character
     */
    public record Word(String text, int start, int end) {}

    private final String line;
    private final List<Word> words = new ArrayList<>();
    private char openQuote;

    /** Up to where the line has been split. */
    private int position;

    private Words(String line) {
        this.line = line;
    }

    /** Splits a line; a quote that is never closed reaches to the end of the line. */
    public static Words of(String line) {
        return new Words(line);
    }

    /** Whether the line has nothing to run: only white space, or a comment. */
    public static boolean isBlankOrComment(String line) {
        String start = line.stripLeading();
        return start.isEmpty() || start.startsWith("#");
    }

    /** A text as one word that {@link #of} reads back as it was. */
    public static String quoted(String text) {
        if (!text.isEmpty() && text.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"' || c == '\''))
            return text;
        if (text.indexOf('"') < 0) return '"' + text + '"';
        if (text.indexOf('\'') < 0) return '\'' + text + '\'';
        return '"' + text.replace("\"", "\"'\"'\"") + '"';
    }

    public List<Word> list() {
        splitAll();
        return List.copyOf(words);
    }

    public int size() {
        splitAll();
        return words.size();
    }

    /** Whether there is a word at this index. */
    public boolean has(int index) {
        while (words.size() <= index && (position = skipSpace(position)) < line.length()) position = addWord(position);
        return index < words.size();
    }

    /** The word at an index where there {@linkplain #has is one}. */
    public Word get(int index) {
        if (!has(index)) throw new IndexOutOfBoundsException(index);
        return words.get(index);
    }

    /** The texts from this word on. */
    public List<String> textsFrom(int index) {
        return list().stream().skip(index).map(Word::text).toList();
    }

    /** What follows a word as typed, without the one white space that separates it; empty if there is no such word. */
    public String restAfter(int index) {
        if (!has(index)) return "";
        int end = words.get(index).end();
        return end >= line.length() ? "" : line.substring(end + 1);
    }

    /** Whether a quote is open at the end of the line. */
    public boolean isUnbalanced() {
        splitAll();
        return openQuote != 0;
    }

    private void splitAll() {
        has(Integer.MAX_VALUE);
    }

    private int skipSpace(int from) {
        int at = from;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) at++;
        return at;
    }

    private int addWord(int start) {
        StringBuilder text = new StringBuilder();
        int at = start;
        for (; at < line.length(); at++) {
            char character = line.charAt(at);
            if (openQuote != 0) {
                if (character == openQuote) openQuote = 0;
                else text.append(character);
            } else if (character == '"' || character == '\'') openQuote = character;
            else if (Character.isWhitespace(character)) break;
            else text.append(character);
        }
        words.add(new Word(text.toString(), start, at));
        return at;
    }
}
