package dev.parley.console.doctor;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something the doctor has to say.
 *
 * @param topic what was looked at, in a word or two
 * @param sentences what was found, and what to do about it
 */
record Finding(Mark mark, String topic, String sentences) {
    /** How good or bad it is. */
    enum Mark {
        GOOD("ok"),
        /** To be known, though nothing is wrong. */
        NOTE("-"),
        BAD("!!");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    static Finding good(String topic, String sentences) {
        return new Finding(Mark.GOOD, topic, sentences);
    }

    static Finding note(String topic, String sentences) {
        return new Finding(Mark.NOTE, topic, sentences);
    }

    static Finding bad(String topic, String sentences) {
        return new Finding(Mark.BAD, topic, sentences);
    }

    static List<Finding> together(Finding first, List<Finding> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }
}
