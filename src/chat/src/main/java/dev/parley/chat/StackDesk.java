package dev.parley.chat;

import dev.parley.chat.OrderDesk.Answer;
import dev.parley.group.Group;
import dev.parley.group.GroupException;
import dev.parley.group.LiveStack;
import dev.parley.group.LiveStack.Position;
import dev.parley.group.StackAttribute;
import dev.parley.group.StackFile;
import dev.parley.group.StackPrint;
import dev.parley.group.StackShelf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The protocol stack: choosing another, looking into the one that runs, and changing that. All methods may block; called from
 * command threads.
 */
public final class StackDesk {
    /** Of orders to others, what this desk carries out. */
    private static final String KIND = "stack";

    private static final String SET = "set";
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

    private final Connection connection;
    private final StackSwap swap;
    private final SessionParts parts;
    private final Conversation conversation;
    private final OrderDesk orders;

    StackDesk(Connection connection, StackSwap swap, SessionParts parts, Conversation conversation, OrderDesk orders) {
        this.connection = connection;
        this.swap = swap;
        this.parts = parts;
        this.conversation = conversation;
        this.orders = orders;
    }

    /** From now on does what other members order, as long as it is allowed. */
    void obey(BooleanSupplier allowed) {
        orders.handle(KIND, (from, words) -> {
            if (!allowed.getAsBoolean())
                throw new SessionException("It does not let others change its stack (set allow-remote-stack).");
            return carryOut(from, words);
        });
    }

    /** The stacks that can be called by name. */
    public List<StackShelf.Item> shelf() {
        return StackShelf.items(connection.stackFolders());
    }

    /** The names of those, which is quicker. */
    public Set<String> names() {
        return StackFile.names(connection.stackFolders());
    }

    /** A stack by path or name, not taken yet. */
    public StackFile find(String nameOrPath) throws SessionException {
        return connection.find(nameOrPath);
    }

    /** The stack that runs, with all changes since it was loaded; the one of the configuration if none runs. */
    public StackFile current() {
        return connection.currentStack();
    }

    /** What others are told of the stack that runs. */
    public Optional<StackPrint> print() {
        return connection.group().filter(Group::connected).map(Group::stackPrint);
    }

    /**
     * Leaves the group and comes back with another stack, with progress in notices; what was said stays. Without a group, takes
     * it for the next one.
     *
     * @return how the way back went; empty if there was no group to leave
     * @throws SessionException if the stack is none, and nothing has changed; or if it does not start, and the old one is back
     */
    public Optional<JoinReport> use(String nameOrPath) throws SessionException {
        StackFile next = find(nameOrPath);
        StackFile before = connection.currentStack();
        Optional<JoinReport> report;
        try {
            report = swap.to(next);
        } catch (SessionException e) {
            note("The stack %s did not come to run: %s".formatted(next.name(), e.getMessage()), "use", next.name());
            throw e;
        }
        note("The stack is %s instead of %s".formatted(next.name(), before.name()), "use", next.name());
        return report;
    }

    /** All attributes of a running protocol. */
    public List<StackAttribute> attributes(String protocol) throws SessionException {
        try {
            return live().attributes(protocol);
        } catch (GroupException e) {
            throw new SessionException(e.getMessage(), e);
        }
    }

    /** Gives an attribute of a running protocol another value, here only. Returns it as it is now. */
    public StackAttribute set(String protocol, String attribute, String value) throws SessionException {
        return change(SET, protocol + "." + attribute + " " + value, live -> live.set(protocol, attribute, value));
    }

    /**
     * The same at all other members that allow it; call {@link #set} first, to see whether it is any good.
     *
     * @return what each has answered
     */
    public List<Answer> setAtOthers(String protocol, String attribute, String value) throws SessionException {
        return orders.orderAll(KIND, List.of(SET, protocol, attribute, value), ANSWER_TIMEOUT);
    }

    /** Puts a protocol into the running stack, here only. */
    public void insert(String protocol, Map<String, String> attributes, Position position, String neighbour)
            throws SessionException {
        change("insert", protocol, live -> {
            live.insert(protocol, attributes, position, neighbour);
            return protocol;
        });
    }

    /** Takes a protocol out of the running stack, here only. */
    public void remove(String protocol) throws SessionException {
        change("remove", protocol, live -> {
            live.remove(protocol);
            return protocol;
        });
    }

    private String carryOut(String from, List<String> words) throws SessionException {
        if (words.size() != 4 || !words.get(0).equals(SET))
            throw new SessionException("It does not know this order; it may run another version of Parley.");
        StackAttribute now = set(words.get(1), words.get(2), words.get(3));
        String done = "%s.%s is %s now".formatted(now.protocol(), now.name(), now.value());
        parts.loop()
                .post(() -> parts.faces()
                        .tell(new SessionEvent.NoticeGiven(
                                SessionEvent.Level.INFO, "%s has changed the stack here: %s.".formatted(from, done))));
        return done;
    }

    /** Changes the running stack. */
    private interface Change<T> {
        T make(LiveStack live) throws GroupException;
    }

    private <T> T change(String what, String of, Change<T> change) throws SessionException {
        Group group = connection.neededConnected();
        StackPrint before = group.stackPrint();
        T result;
        try {
            result = change.make(group.stack());
        } catch (GroupException e) {
            throw new SessionException(e.getMessage(), e);
        }
        note("The running stack was changed: %s %s".formatted(what, of), what, of);
        if (!group.stackPrint().fits(before)) parts.loop().post(() -> conversation.stackChanged(group));
        return result;
    }

    private LiveStack live() throws SessionException {
        return connection.neededConnected().stack();
    }

    private void note(String text, String action, String what) {
        parts.timeline().add("stack", text, Map.of("action", action, "stack", what));
    }

    /** The protocols of the stack, the application's side first. */
    public List<String> protocols() {
        List<String> names = new ArrayList<>();
        for (StackFile.Protocol protocol : current().protocols()) names.add(0, protocol.name());
        return names;
    }
}
