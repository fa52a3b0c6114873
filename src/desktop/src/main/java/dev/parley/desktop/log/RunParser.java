package dev.parley.desktop.log;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a harmless text apart: code between backticks, links, this user's name, pictures, and the rest. Any thread. */
final class RunParser {
    /** Ends a line within an endless word; a harmless text never has it, so that it can be told from the text. */
    static final String WRAP = "\r";

    private static final Pattern CODE_OR_LINK = Pattern.compile(
            "`([^`\\n]+)`|(?<![\\p{L}\\p{N}])(?:https?://|ftp://|www\\.)[^\\s<>\"`\\uFFFD]+", Pattern.CASE_INSENSITIVE);
    private static final int MOST_RUNS = 80;

    /** JavaFX 21 wraps a longer run wrongly: one of its lines leaves the column. */
    private static final int LONGEST_RUN = 8_192;

    /** The time that JavaFX 21 takes to wrap such a run grows with the square of its length. */
    private static final int LONGEST_INTRICATE_RUN = 100;

    private static final int LONGEST_INTRICATE_WORD = 24;

    private static final String SENTENCE_ENDS = ".,;:!?'…";

    private final String text;
    private final OwnName self;
    private final boolean isIntricate;
    private int word;
    private final List<Run> runs = new ArrayList<>();

    private RunParser(String text, OwnName self) {
        this.text = text;
        this.self = self;
        this.isIntricate = isIntricate(text);
    }

    static List<Run> parse(String text, OwnName self) {
        RunParser parser = new RunParser(text, self);
        parser.parse();
        return parser.fewRuns();
    }

    /** A text that changes its looks all the time is written in one from some point on. */
    private List<Run> fewRuns() {
        if (runs.size() <= MOST_RUNS) return runs;
        List<Run> few = new ArrayList<>(runs.subList(0, MOST_RUNS - 1));
        for (int start = few.get(MOST_RUNS - 2).source().to(); start < text.length(); ) {
            int end = pieceEnd(start, text.length());
            few.add(new Run(
                    Run.Kind.TEXT, wrapped(Emoji.drawn(text.substring(start, end))), new TextRange(start, end)));
            start = end;
        }
        return few;
    }

    /** Where a stretch may end so that it is quickly laid out: at a space if there is one, never before a mark. */
    private int pieceEnd(int start, int to) {
        int most = start + (isIntricate ? LONGEST_INTRICATE_RUN : LONGEST_RUN);
        if (most >= to) return to;
        int space = text.lastIndexOf(' ', most - 1);
        if (space > start) return space + 1;
        int end = most;
        while (end > start + 1 && (ShownText.isMark(text.codePointAt(end)) || isSplit(end))) end--;
        return end;
    }

    /** JavaFX 21 does not wrap a long word of such a script; it is done here. */
    private String wrapped(String piece) {
        if (!isIntricate) return piece;
        StringBuilder wrapped = new StringBuilder(piece.length() + 8);
        for (int i = 0; i < piece.length(); i++) {
            char character = piece.charAt(i);
            boolean joined = ShownText.isMark(piece.codePointAt(i)) || Character.isLowSurrogate(character);
            if (!joined) word = Character.isWhitespace(character) ? 0 : word + 1;
            if (word > LONGEST_INTRICATE_WORD && !joined) {
                wrapped.append(WRAP);
                word = 1;
            }
            wrapped.append(character);
        }
        return wrapped.toString();
    }

    private boolean isSplit(int at) {
        return Character.isLowSurrogate(text.charAt(at));
    }

    /** Whether there are marks, or scripts whose letters join or run from the right. */
    static boolean isIntricate(String text) {
        return text.codePoints().anyMatch(RunParser::isIntricate);
    }

    private static boolean isIntricate(int character) {
        return (character >= 0x300 && character <= 0x36F)
                || (character >= 0x590 && character <= 0x1FFF)
                || (character >= 0xA800 && character <= 0xABFF)
                || (character >= 0xFB1D && character <= 0xFDFF)
                || (character >= 0xFE70 && character <= 0xFEFF)
                || (character >= 0x10800 && character <= 0x11FFF);
    }

    private void parse() {
        int done = 0;
        if (mayHaveCodeOrLink()) {
            Matcher found = CODE_OR_LINK.matcher(text);
            while (found.find(done)) {
                int end = found.group(1) != null ? found.end() : linkEnd(found.start(), found.end());
                words(done, found.start());
                if (found.group(1) != null) add(Run.Kind.CODE, found.group(1), found.start(), end);
                else add(Run.Kind.LINK, text.substring(found.start(), end), found.start(), end);
                done = end;
            }
        }
        words(done, text.length());
    }

    private boolean mayHaveCodeOrLink() {
        return text.indexOf('`') >= 0 || text.contains("://") || TextSearch.indexOf(text, "www.", 0) >= 0;
    }

    /** A link does not take the end of its sentence with it, nor a bracket that it did not open. */
    private int linkEnd(int from, int to) {
        int round = text.indexOf('(', from);
        int square = text.indexOf('[', from);
        int end = to;
        while (end > from + 1) {
            char last = text.charAt(end - 1);
            boolean closes = (last == ')' && !isWithin(round, end)) || (last == ']' && !isWithin(square, end));
            if (SENTENCE_ENDS.indexOf(last) < 0 && !closes) break;
            end--;
        }
        return end;
    }

    private static boolean isWithin(int at, int end) {
        return at >= 0 && at < end;
    }

    private void words(int from, int to) {
        if (from >= to) return;
        int done = from;
        for (TextRange name : self.in(text.substring(from, to))) {
            plain(done, from + name.from());
            done = from + name.to();
            add(Run.Kind.ME, text.substring(from + name.from(), done), from + name.from(), done);
        }
        plain(done, to);
    }

    private void plain(int from, int to) {
        int start = from;
        int at = from;
        while (at < to) {
            char character = text.charAt(at);
            if (character < 0x2000 && !startsKeycap(at, to)) {
                at++;
                continue;
            }
            int end = Math.min(Emoji.end(text, at), to);
            if (end > at) {
                text(start, at);
                add(Run.Kind.EMOJI, Emoji.drawn(text.substring(at, end)), at, end);
                start = end;
            } else if (Emoji.isInvisible(text.codePointAt(at))) {
                text(start, at);
                end = at + Character.charCount(text.codePointAt(at));
                start = Math.min(end, to);
            } else end = at + Character.charCount(text.codePointAt(at));
            at = end;
        }
        text(start, to);
    }

    private boolean startsKeycap(int at, int to) {
        return at + 1 < to && text.charAt(at + 1) >= 0x2000 && Emoji.end(text, at) > at;
    }

    private void text(int from, int to) {
        for (int start = from; start < to; ) {
            int end = pieceEnd(start, to);
            add(Run.Kind.TEXT, wrapped(text.substring(start, end)), start, end);
            start = end;
        }
    }

    private void add(Run.Kind kind, String shown, int from, int to) {
        int last = runs.size() - 1;
        if (kind == Run.Kind.EMOJI && last >= 0 && runs.get(last).kind() == Run.Kind.EMOJI) {
            Run before = runs.get(last);
            if (before.source().to() == from) {
                runs.set(
                        last,
                        new Run(
                                kind,
                                before.text() + shown,
                                new TextRange(before.source().from(), to)));
                return;
            }
        }
        if (!shown.isEmpty()) runs.add(new Run(kind, shown, new TextRange(from, to)));
    }
}
