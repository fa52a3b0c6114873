package dev.parley.desktop.log;

import dev.parley.desktop.log.SystemLine.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened to the group, in one row: one thing, or several comings and goings folded together.
 *
 * @param lines at least one
 * @param unfolded whether each of several lines is shown
 */
record SystemRow(long key, List<SystemLine> lines, boolean unfolded) implements LogRow {
    private static final Duration FOLD = Duration.ofMinutes(5);

    SystemRow {
        lines = List.copyOf(lines);
    }

    @Override
    public Instant time() {
        return lines.get(0).time();
    }

    Instant lastTime() {
        return last().time();
    }

    SystemLine.Kind kind() {
        return last().kind();
    }

    SystemLine last() {
        return lines.get(lines.size() - 1);
    }

    boolean isFold() {
        return lines.size() > 1;
    }

    boolean takes(SystemLine next) {
        return kind().folds()
                && next.kind().folds()
                && Duration.between(lastTime(), next.time()).abs().compareTo(FOLD) < 0;
    }

    SystemRow with(SystemLine next) {
        List<SystemLine> all = new ArrayList<>(lines);
        all.add(next);
        return new SystemRow(key, all, unfolded);
    }

    SystemRow toggled() {
        return new SystemRow(key, lines, !unfolded);
    }

    /** The fold in a few words, for example {@code 3 joined, 1 left}; of a single line its text. */
    String summary() {
        if (!isFold()) return last().text();
        long joined = count(Kind.JOINED);
        long left = count(Kind.LEFT);
        if (left == 0) return joined + " joined";
        if (joined == 0) return left + " left";
        return joined + " joined, " + left + " left";
    }

    private long count(Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).count();
    }
}
