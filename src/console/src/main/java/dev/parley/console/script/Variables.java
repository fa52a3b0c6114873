package dev.parley.console.script;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables of a run, and the arguments of the script that is running. A variable that is not set stays as it is typed, so
 * that a price in a message arrives. Safe for several threads; scripts enter and leave on the {@code parley-console} thread.
 */
public final class Variables {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern USE = Pattern.compile("\\$(?<literal>\\$)?(?:(?<bare>[A-Za-z_][A-Za-z0-9_]*|[1-9*])"
            + "|\\{(?<braced>[A-Za-z_][A-Za-z0-9_]*|[1-9*])(?<alternative>:-(?<usual>[^}]*))?})");
    private static final String ALL = "$*";
    private final Map<String, String> named = new TreeMap<>();
    private final Deque<Frame> frames = new ArrayDeque<>();

    /**
     * A script that runs.
     *
     * @param expected whether it is one for arguments, so that those that are missing are empty
     */
    private record Frame(List<String> given, boolean expected) {}

    /** Whether a variable can have this name. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    public synchronized void set(String name, String value) {
        named.put(name, value);
    }

    public synchronized Optional<String> value(String name) {
        return Optional.ofNullable(named.get(name));
    }

    /** Those that are set, by name. */
    public synchronized Map<String, String> all() {
        return new TreeMap<>(named);
    }

    /** A script begins that has been given nothing; to be left again. */
    public synchronized void enter() {
        frames.push(new Frame(List.of(), false));
    }

    /** A script begins, with these as {@code $1} and so on, and empty ones behind them; to be left again. */
    public synchronized void enter(List<String> arguments) {
        frames.push(new Frame(List.copyOf(arguments), true));
    }

    /** The script that was entered last has ended. */
    public synchronized void leave() {
        frames.pop();
    }

    /** A text with the values of its variables; within a script also with what stands for those that are not set. */
    public synchronized String expand(String text) {
        if (text.indexOf('$') < 0) return text;
        boolean inScript = !frames.isEmpty();
        return USE.matcher(text).replaceAll(use -> Matcher.quoteReplacement(replacement(use, inScript)));
    }

    /** What a word becomes: one word, but for {@code $*} alone, which becomes as many as there are arguments. */
    public synchronized List<String> expandWord(String word) {
        if (word.equals(ALL) && !frames.isEmpty() && frames.peek().expected())
            return frames.peek().given();
        return List.of(expand(word));
    }

    /** The same for a text whose arguments alone count. */
    public static String withArguments(String text, List<String> given) {
        Variables variables = new Variables();
        variables.enter(given);
        return variables.expand(text);
    }

    /** Whether a text uses arguments. */
    public static boolean usesArguments(String text) {
        return USE.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(use -> use.replaceFirst("^\\$\\{?", ""))
                .anyMatch(use -> use.matches("[1-9*].*"));
    }

    private String replacement(MatchResult use, boolean inScript) {
        String name = use.group(2) == null ? use.group(3) : use.group(2);
        Optional<String> value = valueOf(name).filter(text -> use.group(4) == null || !text.isEmpty());
        if (use.group(1) != null)
            return isKnown(name, use, inScript) ? use.group().substring(1) : use.group();
        UnaryOperator<String> asTyped = typed -> inScript && use.group(4) != null ? use.group(5) : typed;
        return value.orElseGet(() -> asTyped.apply(use.group()));
    }

    /** Whether a use would be replaced, so that a second dollar before it keeps it. */
    private boolean isKnown(String name, MatchResult use, boolean inScript) {
        return valueOf(name).isPresent() || (inScript && use.group(4) != null);
    }

    private Optional<String> valueOf(String name) {
        char first = name.charAt(0);
        if (first != '*' && !Character.isDigit(first)) return Optional.ofNullable(named.get(name));
        if (frames.isEmpty() || !frames.peek().expected()) return Optional.empty();
        List<String> given = frames.peek().given();
        if (first == '*') return Optional.of(String.join(" ", given));
        int index = first - '1';
        return Optional.of(index < given.size() ? given.get(index) : "");
    }
}
