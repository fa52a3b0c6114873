package dev.parley.chat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One search by the trigrams of a {@link SearchIndex} attached as {@code search}, and by reading what is not indexed yet. The
 * index proposes messages that have all trigrams of a word; whether they have the word is seen from their text.
 */
final class IndexedSearch {
    /** A trigram, in characters. */
    private static final int WHOLE = 3;

    /** Sorts after every character. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private static final String PROPOSED_BY_TRIGRAMS = "SELECT rowid FROM search.trigrams WHERE trigrams MATCH ?";
    private static final String PROPOSED_BY_BEGINNING = "SELECT doc FROM search.places WHERE term >= ? AND term < ?";

    private final Connection database;
    private final LogSearch search;
    private final int limit;
    private final Proposal proposal;
    private final TreeSet<LogEntry> newest = new TreeSet<>();

    IndexedSearch(Connection database, LogSearch search, int limit) {
        this.database = database;
        this.search = search;
        this.limit = limit;
        this.proposal = proposal();
    }

    /** A query of row numbers and its parameters. */
    private record Proposal(String query, List<String> parameters) {}

    /** Words of fewer characters than a trigram are beginnings of trigrams; the longest of them has the fewest. */
    private Proposal proposal() {
        String trigrams = search.words().stream()
                .flatMap(word -> trigrams(word).stream())
                .distinct()
                .map(trigram -> '"' + trigram.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(" AND "));
        if (!trigrams.isEmpty()) return new Proposal(PROPOSED_BY_TRIGRAMS, List.of(trigrams));
        String longest = search.words().stream()
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
        return new Proposal(PROPOSED_BY_BEGINNING, List.of(longest, longest + LAST));
    }

    private static List<String> trigrams(String word) {
        int[] characters = word.codePoints().toArray();
        List<String> trigrams = new ArrayList<>();
        for (int at = 0; at + WHOLE <= characters.length; at++) trigrams.add(new String(characters, at, WHOLE));
        return trigrams;
    }

    /** What is found, if the index proposes fewer than {@code most}. */
    Optional<List<LogEntry>> ifFewer(int most) throws SQLException {
        long indexed = indexed();
        StringBuilder ids = new StringBuilder("[");
        int count = 0;
        try (PreparedStatement select = database.prepareStatement(proposal.query + " LIMIT " + most)) {
            bindProposal(select);
            try (ResultSet row = select.executeQuery()) {
                for (; row.next(); count++) ids.append(count == 0 ? "" : ",").append(row.getLong(1));
            }
        }
        if (count == most) return Optional.empty();
        try (PreparedStatement select = database.prepareStatement(
                "SELECT " + EntryRows.COLUMNS + " FROM message WHERE id IN (SELECT value FROM json_each(?))")) {
            select.setString(1, ids.append(']').toString());
            take(select);
        }
        takeNotIndexed(indexed);
        return Optional.of(found());
    }

    /** What is found among all that the index proposes. */
    List<LogEntry> all() throws SQLException {
        newest.clear();
        long indexed = indexed();
        try (PreparedStatement select = database.prepareStatement(
                "SELECT " + EntryRows.COLUMNS + " FROM message WHERE id IN (" + proposal.query + ")")) {
            bindProposal(select);
            take(select);
        }
        takeNotIndexed(indexed);
        return found();
    }

    /** Read before the messages are, so that what is indexed meanwhile is found twice rather than not at all. */
    private long indexed() throws SQLException {
        try (Statement statement = database.createStatement()) {
            return statement.executeQuery("SELECT last FROM search.progress").getLong(1);
        }
    }

    private void bindProposal(PreparedStatement select) throws SQLException {
        int at = 1;
        for (String parameter : proposal.parameters) select.setString(at++, parameter);
    }

    private void takeNotIndexed(long indexed) throws SQLException {
        try (PreparedStatement select =
                database.prepareStatement("SELECT " + EntryRows.COLUMNS + " FROM message WHERE id > ?")) {
            select.setLong(1, indexed);
            take(select);
        }
    }

    private void take(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                if (!EntryRows.mayBeFound(row, search)) continue;
                LogEntry entry = EntryRows.entry(row);
                if (search.finds(entry)) newest.add(entry);
                if (newest.size() > limit) newest.pollFirst();
            }
        }
    }

    private List<LogEntry> found() {
        return List.copyOf(newest);
    }
}
