package dev.parley.console.fault;

import dev.parley.chat.OrderDesk.Answer;
import dev.parley.chat.OrderDesk.Outcome;
import dev.parley.console.api.Reply;
import dev.parley.console.text.HarmlessText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What other members have answered to an order, for people and for programs. */
final class OrderedElsewhere {
    private final List<Answer> answers;

    OrderedElsewhere(List<Answer> answers) {
        this.answers = answers;
    }

    /** Only what was done: who refuses may have nothing to do either. */
    List<String> linesOfDone() {
        return new OrderedElsewhere(answers.stream()
                        .filter(answer -> answer.outcome() == Outcome.DONE)
                        .toList())
                .lines();
    }

    /** A line for each way in which members answered, the same sentence said once. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Map<String, List<String>> bySentence = new LinkedHashMap<>();
        for (Answer answer : answers)
            bySentence
                    .computeIfAbsent(sentence(answer), key -> new ArrayList<>())
                    .add(answer.member());
        bySentence.forEach(
                (sentence, members) -> lines.add(HarmlessText.line(String.join(", ", members)) + ": " + sentence));
        return lines;
    }

    private static String sentence(Answer answer) {
        return switch (answer.outcome()) {
            case DONE -> HarmlessText.line(answer.sentence());
            case REFUSED -> "refused. " + HarmlessText.line(answer.sentence());
            case SILENT -> "no answer";
        };
    }

    List<Map<String, Object>> rows() {
        return answers.stream()
                .map(answer -> Reply.row(
                        "member",
                        answer.member(),
                        "outcome",
                        answer.outcome().name().toLowerCase(Locale.ROOT),
                        "sentence",
                        answer.sentence()))
                .toList();
    }
}
