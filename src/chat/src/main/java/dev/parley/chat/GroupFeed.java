package dev.parley.chat;

import dev.parley.chat.WireMessage.Burst;
import dev.parley.chat.WireMessage.Page;
import dev.parley.chat.WireMessage.Said;
import dev.parley.group.GroupEvent;
import dev.parley.group.GroupListener;
import dev.parley.group.StackPrint;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Carries one group's events into the session: decodes on the group's threads and hands over. */
final class GroupFeed implements GroupListener {
    private static final Logger LOG = LogManager.getLogger();

    private final SessionLoop loop;
    private final WireCodec codec;
    private final Refusals refusals;
    private final Ear ear;

    GroupFeed(SessionLoop loop, WireCodec codec, Refusals refusals, Ear ear) {
        this.loop = loop;
        this.codec = codec;
        this.refusals = refusals;
        this.ear = ear;
    }

    /** Where the events end up, on the session thread. Feeds of groups left before are to be ignored. */
    interface Ear {
        void viewChanged(GroupFeed feed, GroupEvent.ViewChanged view);

        void heard(GroupFeed feed, List<Heard> messages);

        void suspected(GroupFeed feed, GroupEvent.Suspected suspicion);

        void whispered(GroupFeed feed, Heard message);

        void stackMet(GroupFeed feed, StackPrint stack);

        void disconnected(GroupFeed feed);
    }

    /** A message and the member it is from. */
    record Heard(UUID from, WireMessage message) {
        /** The room it takes while it waits, as {@link Outbox#cost} counts. */
        int cost() {
            if (message instanceof Said said) return cost(List.of(said.entry()));
            if (message instanceof Burst burst) return cost(burst.entries());
            return message instanceof Page page ? cost(page.entries()) : 1;
        }

        private static int cost(List<LogEntry> entries) {
            int cost = 0;
            for (LogEntry entry : entries) cost += Outbox.cost(entry.text());
            return cost;
        }
    }

    @Override
    public void viewChanged(GroupEvent.ViewChanged event) {
        loop.post(() -> ear.viewChanged(this, event));
    }

    @Override
    public void suspected(GroupEvent.Suspected event) {
        LOG.info("{} is suspected", event.member());
        loop.post(() -> ear.suspected(this, event));
    }

    @Override
    public void stackMet(GroupEvent.StackMet event) {
        loop.post(() -> ear.stackMet(this, event.stack()));
    }

    @Override
    public void messagesReceived(GroupEvent.MessagesReceived event) {
        List<Heard> messages = new ArrayList<>(event.messages().size());
        for (GroupEvent.Received received : event.messages()) decode(received, messages);
        if (messages.isEmpty()) return;
        int cost = messages.stream().mapToInt(Heard::cost).sum();
        try {
            loop.postMessages(cost, () -> ear.heard(this, messages));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void whispered(GroupEvent.Whispered event) {
        List<Heard> messages = new ArrayList<>(1);
        decode(event.message(), messages);
        messages.forEach(message -> loop.post(() -> ear.whispered(this, message)));
    }

    private void decode(GroupEvent.Received received, List<Heard> messages) {
        try {
            messages.add(new Heard(received.from(), codec.decode(received.payload())));
        } catch (WireException e) {
            refusals.refuse(received.from(), e.getMessage());
        }
    }

    @Override
    public void disconnected(GroupEvent.Disconnected event) {
        loop.post(() -> ear.disconnected(this));
    }
}
