package dev.parley.group;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A listener that keeps what it hears. */
class Recorder implements GroupListener {
    final List<GroupEvent.ViewChanged> views = new CopyOnWriteArrayList<>();
    final List<GroupEvent.Suspected> suspicions = new CopyOnWriteArrayList<>();
    final List<GroupEvent.Whispered> whispers = new CopyOnWriteArrayList<>();
    final List<StackPrint> stacks = new CopyOnWriteArrayList<>();
    final AtomicInteger messageCount = new AtomicInteger();
    final AtomicLong byteCount = new AtomicLong();
    final AtomicInteger disconnections = new AtomicInteger();
    private final List<GroupEvent.Received> messages = new ArrayList<>();

    @Override
    public void viewChanged(GroupEvent.ViewChanged event) {
        views.add(event);
    }

    @Override
    public void suspected(GroupEvent.Suspected event) {
        suspicions.add(event);
    }

    @Override
    public void stackMet(GroupEvent.StackMet event) {
        stacks.add(event.stack());
    }

    @Override
    public void messagesReceived(GroupEvent.MessagesReceived event) {
        for (GroupEvent.Received message : event.messages()) {
            messageCount.incrementAndGet();
            byteCount.addAndGet(message.payload().length);
        }
        synchronized (messages) {
            messages.addAll(event.messages());
        }
    }

    @Override
    public void whispered(GroupEvent.Whispered event) {
        whispers.add(event);
    }

    @Override
    public void disconnected(GroupEvent.Disconnected event) {
        disconnections.incrementAndGet();
    }

    /** The texts that this sender sent, in the order of arrival. */
    List<String> textsFrom(UUID sender) {
        synchronized (messages) {
            return messages.stream()
                    .filter(message -> message.from().equals(sender))
                    .map(message -> new String(message.payload(), StandardCharsets.UTF_8))
                    .toList();
        }
    }

    List<String> texts() {
        synchronized (messages) {
            return messages.stream()
                    .map(message -> new String(message.payload(), StandardCharsets.UTF_8))
                    .toList();
        }
    }

    GroupEvent.ViewChanged lastView() {
        return views.get(views.size() - 1);
    }

    List<GroupEvent.Departure> departures() {
        return views.stream().flatMap(view -> view.left().stream()).toList();
    }
}
