package dev.parley.console.chat;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.SearchQuery;
import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.api.Suggestions.Suggestion;
import dev.parley.console.text.ChatLine;
import dev.parley.console.text.HarmlessText;
import dev.parley.console.text.MessageRow;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Finds what was said. */
public final class SearchCommand implements Command {
    /** As many as somebody reads. */
    private static final int MOST = 100;

    @Override
    public Manual manual() {
        return Manual.of("search", CommandGroup.CHAT, "the newest messages that have all these words")
                .taking(Parameter.text("words").suggesting(SearchCommand::narrowing))
                .saying(
                        "Words count inside words too, upper and lower case alike; \"quotation marks\" keep spaces.",
                        "from:name, after:2026-11-22 and before:2026-11-22T10:30 or before:10:30 narrow it down.",
                        "Shows at most the newest " + MOST + ", private messages too.")
                .example("search deploy \"to production\" from:alice after:2026-11-22");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {
        String typed = invocation.arguments().text();
        List<ChatMessage> found = invocation.session().chat().search(SearchQuery.parse(typed), MOST);
        if (found.isEmpty())
            return Reply.line(
                    "Nothing of what is stored here matches " + HarmlessText.shortened(typed.strip(), 80) + ".");
        ChatLine form = new ChatLine(ZoneId.systemDefault());
        return new Reply(
                found.stream().map(form::inOneLine).toList(),
                found.stream().map(MessageRow::of).toList());
    }

    private static Stream<Suggestion> narrowing(Session session, String typed) {
        Stream<Suggestion> authors =
                session.roster().names().stream().map(name -> new Suggestion("from:" + name, "what this member said"));
        Stream<Suggestion> times = Stream.of("after:", "before:").map(word -> new Suggestion(word, "a date or a time"));
        return typed.isEmpty() ? Stream.empty() : Stream.concat(authors, times);
    }
}
