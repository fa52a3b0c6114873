package dev.parley.bootstrap;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A body of the service's wire contract: fields separated by one space each. Two spaces in a row are an empty field, fields
 * beyond those that are asked for are ignored, and a trailing line break is not part of the last field. Immutable.
 */
public final class WireLine {
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh");

    private final List<String> fields;

    private WireLine(List<String> fields) {
        this.fields = fields;
    }

    /**
     * Splits a body.
     *
     * @param needed how many fields the operation takes, at most 7
     * @throws IllegalArgumentException with the reference text if there are fewer
     */
    public static WireLine parse(String body, int needed) {
        String line = withoutLineBreak(body);
        List<String> fields = line.isEmpty() ? List.of() : List.of(line.split(" ", -1));
        if (fields.size() < needed) throw new IllegalArgumentException("error: request has not enough arguments");
        return new WireLine(fields.subList(0, needed));
    }

    /** The field at an index that counts from 0. */
    public String text(int index) {
        return fields.get(index);
    }

    /**
     * The field as an integer.
     *
     * @throws IllegalArgumentException with the reference text if it is none of at most 18 digits
     */
    public long number(int index) {
        String text = fields.get(index);
        if (!INTEGER.matcher(text).matches()) throw new IllegalArgumentException(argument(index) + " is not a number");
        return Long.parseLong(text);
    }

    /**
     * The field as an integer within bounds, both included.
     *
     * @throws IllegalArgumentException if it is none, or beyond them
     */
    public int numberBetween(int min, int max, int index) {
        long number = number(index);
        if (number < min || number > max)
            throw new IllegalArgumentException(argument(index) + " is not a number from " + min + " to " + max);
        return (int) number;
    }

    private String argument(int index) {
        return ORDINALS.get(index) + " argument " + WireText.quoted(fields.get(index));
    }

    private static String withoutLineBreak(String body) {
        if (body.endsWith("\r\n")) return body.substring(0, body.length() - 2);
        return body.endsWith("\n") ? body.substring(0, body.length() - 1) : body;
    }
}
