package dev.parley.desktop.log;

import java.util.Objects;

/**
 * What people who shall come have to type.
 *
 * @param line the line
 * @param advice who can use it, and what else would help; one or two sentences
 */
public record Invitation(String line, String advice) {
    public Invitation {
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(advice, "advice");
    }
}
