package dev.parley.desktop.log;

/** A part of a text, from a character up to before another. */
record TextRange(int from, int to) {
    static final TextRange NONE = new TextRange(0, 0);

    /** Two ends in whatever order. */
    static TextRange between(int one, int other) {
        return new TextRange(Math.min(one, other), Math.max(one, other));
    }

    boolean isEmpty() {
        return from >= to;
    }
}
