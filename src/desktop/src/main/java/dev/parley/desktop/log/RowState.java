package dev.parley.desktop.log;

import java.util.List;

/**
 * All that decides how a row looks.
 *
 * @param open whether a long text is shown to its end
 * @param picked whether the row is one of several selected
 * @param current whether the keyboard is at this row
 * @param marks what is marked in its text
 */
record RowState(RowPlace place, boolean open, boolean picked, boolean current, Marks marks) {
    /**
     * What is marked in the text of a row.
     *
     * @param words what is searched for, if it is found in this row
     * @param hit which of the places found is looked at, or -1
     */
    record Marks(TextRange selected, List<String> words, int hit) {
        static final Marks NONE = new Marks(TextRange.NONE, List.of(), -1);
    }
}
