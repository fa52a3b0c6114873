package dev.parley.desktop.log;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.SearchQuery;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Where the room's log is read from. Every method returns at once; the answer, oldest message first, completes on any thread,
 * exceptionally with a sentence for the user.
 */
public interface LogSource {
    /** The newest so many that are kept here. */
    CompletableFuture<List<ChatMessage>> newest(int count);

    /** The last so many before this one; what is not kept here is fetched from other members, which takes up to a minute. */
    CompletableFuture<List<ChatMessage>> before(ChatMessage message, int count);

    /** The first so many after this one that are kept here. */
    CompletableFuture<List<ChatMessage>> after(ChatMessage message, int count);

    /** This one with up to so many before it and as many after it that are kept here. */
    CompletableFuture<List<ChatMessage>> around(ChatMessage message, int count);

    /** The newest so many of all that are kept here and found by a search. */
    CompletableFuture<List<ChatMessage>> search(SearchQuery query, int limit);
}
