package dev.parley.console.command;

import java.util.List;

/** What becomes of a command's arguments before it reads them. */
public interface Expansion {
    /** Everything stays as typed. */
    Expansion NONE = new Expansion() {
        @Override
        public List<String> word(String word) {
            return List.of(word);
        }

        @Override
        public String text(String text) {
            return text;
        }
    };

    /** The words that a word stands for, without quotes. */
    List<String> word(String word);

    /** The text that the rest of a line stands for. */
    String text(String text);
}
