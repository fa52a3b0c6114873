package dev.parley.desktop.console;

import java.util.List;

/** Which characters of which rows are selected; rows that are not on the screen count as well. JavaFX thread. */
final class LineSelection {
    /** A place between two characters. */
    record Place(int row, int offset) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return row != other.row ? Integer.compare(row, other.row) : Integer.compare(offset, other.offset);
        }
    }

    private static final Place NOWHERE = new Place(-1, 0);
    private Place anchor = NOWHERE;
    private Place focus = NOWHERE;

    void begin(Place place) {
        anchor = place;
        focus = place;
    }

    /** Reaches to this place from where it began. */
    void extend(Place place) {
        if (anchor.equals(NOWHERE)) begin(place);
        focus = place;
    }

    void clear() {
        begin(NOWHERE);
    }

    boolean isEmpty() {
        return anchor.equals(focus);
    }

    private Place first() {
        return anchor.compareTo(focus) < 0 ? anchor : focus;
    }

    private Place last() {
        return anchor.compareTo(focus) < 0 ? focus : anchor;
    }

    /** From which character of a row it reaches. */
    int from(int row) {
        if (isEmpty() || row > last().row()) return 0;
        return row == first().row() ? first().offset() : 0;
    }

    /** To which character of a row it reaches; as far as {@link #from} if nothing in it is selected. */
    int to(int row, int length) {
        if (isEmpty() || row < first().row() || row > last().row()) return from(row);
        return row == last().row() ? Math.min(length, last().offset()) : length;
    }

    /** What is selected of these rows. */
    String textOf(List<? extends ConsoleLine> rows) {
        StringBuilder texts = new StringBuilder();
        int last = Math.min(last().row(), rows.size() - 1);
        for (int row = Math.max(0, first().row()); row <= last; row++) {
            String text = rows.get(row).text();
            int from = Math.min(from(row), text.length());
            texts.append(text, from, Math.max(from, to(row, text.length())));
            if (row < last && !rows.get(row).goesOn()) texts.append('\n');
        }
        return texts.toString();
    }
}
