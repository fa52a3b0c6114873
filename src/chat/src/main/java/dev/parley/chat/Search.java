package dev.parley.chat;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where others were looked for, and how each answered. Immutable.
 *
 * @param service the bootstrap data service that was asked, empty if none is known or nobody was asked
 * @param trouble why the service gave no list, if it gave none
 * @param tried those who are listed, were listed last, or were named by the user
 */
public record Search(Optional<URI> service, Optional<String> trouble, List<Tried> tried) {
    private static final int MOST_NAMED = 3;

    public Search {
        tried = List.copyOf(tried);
    }

    public List<Tried> reached() {
        return tried.stream().filter(Tried::reached).toList();
    }

    public List<Tried> notReached() {
        return tried.stream().filter(one -> !one.reached()).toList();
    }

    /** Why nobody else is here, in a sentence or more. */
    public String why() {
        List<String> sentences = new ArrayList<>();
        trouble.ifPresent(sentences::add);
        List<Tried> missing = notReached();
        missing.stream().limit(MOST_NAMED).forEach(one -> sentences.add(one.sentence()));
        if (missing.size() > MOST_NAMED)
            sentences.add("%d more cannot be met either.".formatted(missing.size() - MOST_NAMED));
        if (tried.isEmpty() && trouble.isEmpty())
            sentences.add(service.map("The service at %s lists nobody else."::formatted)
                    .orElse("No bootstrap service is known that could list others."));
        return String.join(" ", sentences);
    }

    /** What to do about it, one sentence for each kind of reason. */
    public List<String> advice() {
        Set<String> sentences = new LinkedHashSet<>();
        for (Tried one : notReached()) sentences.add(one.advice());
        if (trouble.isPresent()) sentences.add("The service is asked again by itself; 'doctor' looks for the reason.");
        else if (tried.isEmpty()) sentences.add(invitation());
        return List.copyOf(sentences);
    }

    private String invitation() {
        return service.map(
                        url -> "Others find you when they start with --bootstrap %s and the same room.".formatted(url))
                .orElse("Name one with --bootstrap URL, or start with --serve PORT to run one for others.");
    }
}
