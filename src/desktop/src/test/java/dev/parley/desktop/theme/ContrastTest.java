package dev.parley.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every colour that something is written or drawn in, on every colour that it stands on: level AA of the WCAG. */
class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;
    private static final Pattern TOKEN = Pattern.compile("(-[\\w-]+):\\s*(#[0-9A-Fa-f]{6,8});");
    private static final List<String> SURFACES = List.of(
            "-color-bg-default", "-color-bg-inset", "-color-bg-overlay", "-parley-console-bg", "-parley-row-hover");
    private static final List<String> ROWS = List.of(
            "-color-bg-default",
            "-parley-row-hover",
            "-color-bg-inset",
            "-color-accent-subtle",
            "-parley-private-subtle");
    private static final List<String> PAPERS = List.of("-color-bg-default", "-color-bg-overlay");
    private static final List<String> GROUNDS = List.of("-color-bg-default", "-color-bg-inset", "-color-bg-overlay");

    @ParameterizedTest
    @ValueSource(strings = {"light.css", "dark.css"})
    void whatIsWrittenCanBeRead(String sheet) throws Exception {
        Map<String, Color> tokens = tokens(sheet);
        SoftAssertions all = new SoftAssertions();
        for (Pair pair : texts())
            all.assertThat(ratio(tokens, pair)).as("%s: %s", sheet, pair).isGreaterThanOrEqualTo(TEXT);
        all.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light.css", "dark.css"})
    void whatIsDrawnCanBeSeen(String sheet) throws Exception {
        Map<String, Color> tokens = tokens(sheet);
        SoftAssertions all = new SoftAssertions();
        for (Pair pair : shapes())
            all.assertThat(ratio(tokens, pair)).as("%s: %s", sheet, pair).isGreaterThanOrEqualTo(SHAPE);
        all.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light.css", "dark.css"})
    void theMeasureItselfKnowsBlackFromWhite(String sheet) throws Exception {
        assertThat(ratio(Color.BLACK, Color.WHITE)).isEqualTo(21);
        assertThat(ratio(Color.WHITE, Color.WHITE)).isEqualTo(1);
        assertThat(tokens(sheet)).hasSizeGreaterThan(60);
    }

    /** What is written in the first colour on the second. */
    private record Pair(String text, String ground) {}

    private static List<Pair> texts() {
        List<Pair> pairs = new ArrayList<>();
        for (String surface : SURFACES)
            for (String text : List.of("-color-fg-default", "-color-fg-muted", "-color-fg-subtle", "-color-accent-fg"))
                pairs.add(new Pair(text, surface));
        for (String row : ROWS) {
            pairs.add(new Pair("-color-fg-default", row));
            pairs.add(new Pair("-color-fg-subtle", row));
            pairs.add(new Pair("-parley-private-fg", row));
            for (int sender = 0; sender < SenderColours.COUNT; sender++)
                pairs.add(new Pair("-parley-sender-" + sender, row));
        }
        for (int sender = 0; sender < SenderColours.COUNT; sender++)
            pairs.add(new Pair("-parley-sender-" + sender, "-parley-sender-" + sender + "-tint"));
        for (String kind : List.of("success", "warning", "danger")) {
            pairs.add(new Pair("-color-" + kind + "-fg", "-color-" + kind + "-subtle"));
            pairs.add(new Pair("-color-" + kind + "-fg", "-color-bg-default"));
            pairs.add(new Pair("-color-" + kind + "-fg", "-color-bg-overlay"));
            pairs.add(new Pair("-color-fg-default", "-color-" + kind + "-subtle"));
        }
        pairs.add(new Pair("-color-warning-fg", "-color-bg-inset"));
        pairs.add(new Pair("-color-fg-muted", "-color-warning-subtle"));
        pairs.add(new Pair("-color-fg-muted", "-color-bg-subtle"));
        pairs.add(new Pair("-color-fg-default", "-color-bg-subtle"));
        pairs.add(new Pair("-color-fg-emphasis", "-color-accent-emphasis"));
        pairs.add(new Pair("-color-fg-emphasis", "-color-danger-emphasis"));
        pairs.add(new Pair("-color-fg-default", "-color-accent-muted"));
        pairs.add(new Pair("-color-fg-default", "-parley-mark"));
        pairs.add(new Pair("-color-fg-default", "-parley-mark-current"));
        pairs.add(new Pair("-color-bg-default", "-color-fg-default"));
        return pairs;
    }

    private static List<Pair> shapes() {
        List<Pair> pairs = new ArrayList<>();
        for (String paper : PAPERS) pairs.add(new Pair("-parley-control-border", paper));
        for (String ground : GROUNDS)
            for (String shape : List.of(
                    "-parley-focus",
                    "-color-fg-muted",
                    "-color-success-emphasis",
                    "-color-warning-emphasis",
                    "-color-danger-emphasis")) pairs.add(new Pair(shape, ground));
        pairs.add(new Pair("-color-accent-emphasis", "-color-bg-default"));
        pairs.add(new Pair("-color-accent-emphasis", "-color-bg-inset"));
        pairs.add(new Pair("-parley-private-emphasis", "-parley-private-subtle"));
        return pairs;
    }

    private static double ratio(Map<String, Color> tokens, Pair pair) {
        return ratio(
                Objects.requireNonNull(tokens.get(pair.text()), pair.text()),
                Objects.requireNonNull(tokens.get(pair.ground()), pair.ground()));
    }

    private static double ratio(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static Map<String, Color> tokens(String sheet) throws IOException {
        try (InputStream file = Objects.requireNonNull(Theme.class.getResourceAsStream(sheet), sheet)) {
            Matcher matcher = TOKEN.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, Color> tokens = new HashMap<>();
            while (matcher.find()) tokens.put(matcher.group(1), Color.web(matcher.group(2)));
            return tokens;
        }
    }
}
