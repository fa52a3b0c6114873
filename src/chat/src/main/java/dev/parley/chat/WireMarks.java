package dev.parley.chat;

import dev.parley.chat.WireMessage.AuthorMarks;
import dev.parley.chat.WireMessage.Mark;
import dev.parley.chat.WireMessage.Marks;
import dev.parley.chat.WireMessage.MarksRequest;
import dev.parley.chat.WireMessage.PageRequest;
import dev.parley.chat.WireMessage.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The fields of what members tell and ask each other about what they hold. */
final class WireMarks {
    /** What of a run with many gaps is told at once; the rest when those are closed. */
    private static final int MOST_RANGES = 100;

    private static final int SUMMARY = 0;
    private static final int QUESTION = 1;
    private static final int DETAILS = 2;
    private static final int OLDER = 3;

    private static final int UUID_BYTES = 16;
    private static final int SMALLEST_AUTHOR = UUID_BYTES + 8 + 1;
    private static final int SMALLEST_RUN = 3;
    private static final int SMALLEST_RANGE = 2;
    private static final int SMALLEST_SPAN = UUID_BYTES + 3;

    private WireMarks() {}

    static void write(WireWriter out, Marks marks) {
        out.octet(purposeOf(marks)).number(marks.recent());
        out.number(marks.authors().size());
        for (AuthorMarks author : marks.authors()) {
            out.uuid(author.author()).fixed(author.earlier());
            out.number(author.runs().size());
            for (Mark mark : author.runs()) write(out, mark);
        }
    }

    /** Distances instead of numbers: they are short. */
    private static void write(WireWriter out, Mark mark) {
        out.number(mark.incarnation()).number(mark.low());
        int ranges = Math.min(mark.held().size(), MOST_RANGES);
        out.number(ranges);
        long before = mark.low();
        for (Numbers.Range range : mark.held().subList(0, ranges)) {
            out.number(range.from() - before).number(range.to() - range.from());
            before = range.to();
        }
    }

    static Marks read(WireReader in) throws WireException {
        Marks.Purpose purpose = purpose(in);
        int recent = in.small(Integer.MAX_VALUE);
        int size = in.count(SMALLEST_AUTHOR);
        List<AuthorMarks> authors = new ArrayList<>(size);
        for (int i = 0; i < size; i++) authors.add(readAuthor(in));
        return new Marks(authors, recent, purpose);
    }

    private static int purposeOf(Marks marks) {
        return switch (marks.purpose()) {
            case SUMMARY -> SUMMARY;
            case QUESTION -> QUESTION;
            case DETAILS -> DETAILS;
            case OLDER -> OLDER;
        };
    }

    private static Marks.Purpose purpose(WireReader in) throws WireException {
        return switch (in.octet()) {
            case SUMMARY -> Marks.Purpose.SUMMARY;
            case QUESTION -> Marks.Purpose.QUESTION;
            case DETAILS -> Marks.Purpose.DETAILS;
            case OLDER -> Marks.Purpose.OLDER;
            default -> throw new WireException("marks for no known purpose");
        };
    }

    private static AuthorMarks readAuthor(WireReader in) throws WireException {
        UUID author = in.uuid();
        long earlier = in.fixed();
        int size = in.count(SMALLEST_RUN);
        List<Mark> runs = new ArrayList<>(size);
        for (int i = 0; i < size; i++) runs.add(readMark(in));
        return new AuthorMarks(author, runs, earlier);
    }

    private static Mark readMark(WireReader in) throws WireException {
        long incarnation = in.number();
        long low = in.number();
        int size = in.count(SMALLEST_RANGE);
        List<Numbers.Range> held = new ArrayList<>(size);
        long before = low;
        for (int i = 0; i < size; i++) {
            long from = sum(before, in.number());
            long to = sum(from, in.number());
            held.add(new Numbers.Range(from, to));
            before = to;
        }
        return new Mark(incarnation, low, held);
    }

    private static long sum(long number, long distance) throws WireException {
        long sum = number + distance;
        if (sum < 0 || sum == Long.MAX_VALUE) throw new WireException("a number too large");
        return sum;
    }

    static void write(WireWriter out, MarksRequest request) {
        out.number(request.recent()).number(request.authors().size());
        request.authors().forEach(out::uuid);
    }

    static MarksRequest readMarksRequest(WireReader in) throws WireException {
        int recent = in.small(Integer.MAX_VALUE);
        int size = in.count(UUID_BYTES);
        List<UUID> authors = new ArrayList<>(size);
        for (int i = 0; i < size; i++) authors.add(in.uuid());
        return new MarksRequest(authors, recent);
    }

    static void write(WireWriter out, PageRequest request) {
        out.number(request.spans().size());
        for (Span span : request.spans())
            out.uuid(span.run().author())
                    .number(span.run().incarnation())
                    .number(span.from())
                    .number(span.to());
    }

    static PageRequest readPageRequest(WireReader in) throws WireException {
        int size = in.count(SMALLEST_SPAN);
        List<Span> spans = new ArrayList<>(size);
        for (int i = 0; i < size; i++)
            spans.add(new Span(new AuthorRun(in.uuid(), in.number()), in.number(), in.number()));
        return new PageRequest(spans);
    }
}
