package dev.parley.desktop.input;

import dev.parley.chat.Chat;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionListener;
import dev.parley.chat.SessionState;
import dev.parley.desktop.fx.FxThread;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Duration;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * What is being typed for the room, what becomes of it when it is sent, and the drafts of all rooms. A text that could not be
 * said comes back. JavaFX thread.
 */
public final class MessageInputModel implements SessionListener {
    private static final Logger LOG = LogManager.getLogger();
    private static final Duration SAVE_AFTER = Duration.seconds(1);
    private final FxThread fxThread;
    private final MessageActions actions;
    private final Consumer<Map<String, String>> save;
    private final Map<String, String> drafts;
    private final StringProperty draft = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper room = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final PauseTransition saving = new PauseTransition(SAVE_AFTER);
    private final SentTexts sent = new SentTexts();
    private SessionState state = SessionState.LEFT;
    private String returned = "";

    /**
     * @param drafts what was not sent when the program ended, by room
     * @param save gets the drafts a moment after they have changed; on the JavaFX thread, must return at once
     */
    public MessageInputModel(
            FxThread fxThread, MessageActions actions, Map<String, String> drafts, Consumer<Map<String, String>> save) {
        this.fxThread = fxThread;
        this.actions = actions;
        this.drafts = new TreeMap<>(drafts);
        this.save = save;
        draft.addListener((text, before, now) -> {
            problem.set("");
            saving.playFromStart();
        });
        saving.setOnFinished(end -> saveDrafts());
    }

    /** What stands in the input. */
    public StringProperty draftProperty() {
        return draft;
    }

    /** The room that it is for, empty before the first one. */
    public ReadOnlyStringProperty roomProperty() {
        return room.getReadOnlyProperty();
    }

    /** Why the last text was not sent, one sentence; empty if there is nothing to say. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Hands all drafts over for saving, now. */
    public void saveDrafts() {
        saving.stop();
        keepDraft();
        save.accept(Map.copyOf(drafts));
    }

    /** Sends what stands in the input, if there is anything to send. */
    public void send() {
        String text = draft.get();
        if (text.isBlank()) return;
        if (ChatSource.isCommand(text)) sendCommand(text);
        else sendText(text, text.startsWith("//") ? text.substring(1) : text);
    }

    /** Shows what was sent before that, if what stands there is empty or comes from there; returns whether it did. */
    public boolean recallOlder() {
        String text = draft.get();
        if (!text.isEmpty() && !sent.isAt(text)) return false;
        return show(sent.older(text));
    }

    /** Shows what was sent after that, in the end what was being typed; returns whether it did. */
    public boolean recallNewer() {
        return show(sent.newer(draft.get()));
    }

    /** Whether what stands there comes from what was sent. */
    public boolean isRecalling() {
        return sent.isAt(draft.get());
    }

    /** Puts the beginning of a command before what stands there; a command that stands there can be recalled. */
    public void begin(String command) {
        String text = draft.get();
        boolean replaced = ChatSource.isCommand(text);
        if (replaced) sent.add(text);
        draft.set(replaced ? command : command + text);
    }

    void refuse(String sentence) {
        problem.set(sentence);
    }

    @Override
    public void stateChanged(SessionEvent.StateChanged event) {
        if (refusalByState().filter(problem.get()::equals).isPresent()) problem.set("");
        state = event.state();
        String entered = event.room().text();
        if (entered.equals(room.get())) return;
        boolean first = room.get().isEmpty();
        String typed = draft.get();
        if (!first) keepDraft();
        room.set(entered);
        returned = "";
        String kept = drafts.getOrDefault(entered, "");
        draft.set(first && !typed.isEmpty() ? typed : kept);
    }

    @Override
    public void viewShown(SessionEvent.ViewShown event) {
        // members do not matter here
    }

    @Override
    public void rosterChanged(SessionEvent.RosterChanged event) {
        // members do not matter here
    }

    @Override
    public void messagesAdded(SessionEvent.MessagesAdded event) {
        // messages do not matter here
    }

    @Override
    public void noticeGiven(SessionEvent.NoticeGiven event) {
        // notices do not matter here
    }

    @Override
    public void eventNoted(SessionEvent.EventNoted event) {
        // the timeline changes nothing in what is typed
    }

    private boolean show(Optional<String> recalled) {
        recalled.ifPresent(draft::set);
        return recalled.isPresent();
    }

    private void keepDraft() {
        if (room.get().isEmpty()) return;
        if (draft.get().isEmpty()) drafts.remove(room.get());
        else drafts.put(room.get(), draft.get());
    }

    private void sendCommand(String text) {
        String line = text.substring(1);
        if (line.isBlank()) return;
        taken(text);
        actions.command(line);
    }

    private void sendText(String typed, String said) {
        Optional<String> refusal = refusal(said);
        if (refusal.isPresent()) {
            problem.set(refusal.get());
            return;
        }
        String saidIn = room.get();
        taken(typed);
        actions.say(said)
                .whenComplete((failure, error) -> fxThread.later(() -> {
                    if (error != null) LOG.error("a text could not be said", error);
                    Optional<String> sentence = error == null
                            ? failure
                            : Optional.of("This failed unexpectedly (%s); the log says more."
                                    .formatted(error.getClass().getSimpleName()));
                    sentence.ifPresent(why -> giveBack(saidIn, typed, why));
                }));
    }

    private Optional<String> refusal(String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Chat.MAX_TEXT_BYTES)
            return Optional.of("This has %,d bytes and a message has at most %,d: send it in parts."
                    .formatted(bytes, Chat.MAX_TEXT_BYTES));
        return refusalByState();
    }

    private Optional<String> refusalByState() {
        return switch (state) {
            case JOINED, ALONE -> Optional.empty();
            case JOINING -> Optional.of("Still joining " + room.get() + "; send this again in a moment.");
            case LEFT -> Optional.of("Not in a room, so nobody would get this; type /join to enter one.");
        };
    }

    private void taken(String text) {
        sent.add(text);
        returned = "";
        draft.set("");
    }

    /** Several texts that come back keep their order, before what was typed meanwhile. */
    private void giveBack(String saidIn, String text, String why) {
        if (!saidIn.equals(room.get())) {
            drafts.merge(saidIn, text, (typed, back) -> back + "\n" + typed);
            return;
        }
        String now = draft.get();
        boolean more = !returned.isEmpty() && now.startsWith(returned);
        String typed = more ? now.substring(returned.length()).stripLeading() : now;
        returned = more ? returned + "\n" + text : text;
        draft.set(typed.isBlank() ? returned : returned + "\n" + typed);
        problem.set(why);
    }
}
