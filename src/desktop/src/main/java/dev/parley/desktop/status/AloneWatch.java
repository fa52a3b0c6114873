package dev.parley.desktop.status;

import dev.parley.chat.RoomName;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionListener;
import dev.parley.chat.SessionState;
import dev.parley.chat.Subscription;
import dev.parley.desktop.fx.FxThread;
import dev.parley.desktop.fx.Later;
import dev.parley.desktop.theme.Icon;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Says why nobody else is in the room as soon as that lasts, and takes it back when somebody comes. Every join is alone for a
 * moment, which is no reason to say anything. JavaFX thread.
 */
public final class AloneWatch implements SessionListener {
    /** How long one must be alone before it is said. */
    static final Duration PATIENCE = Duration.ofMillis(1_500);

    private static final Logger LOG = LogManager.getLogger();

    private final NoticeModel notices;
    private final AloneHelp help;
    private final FxThread fxThread;
    private final Later later;
    private final Runnable doctor;
    private Optional<Spell> spell = Optional.empty();

    /** @param doctor looks into everything that can keep others away */
    public AloneWatch(NoticeModel notices, AloneHelp help, FxThread fxThread, Later later, Runnable doctor) {
        this.notices = notices;
        this.help = help;
        this.fxThread = fxThread;
        this.later = later;
        this.doctor = doctor;
    }

    /** One time of being alone; what is answered about an earlier one is not shown. */
    private record Spell(RoomName room, Subscription patience) {}

    @Override
    public void stateChanged(SessionEvent.StateChanged event) {
        if (event.state() == SessionState.ALONE) begin(event.room());
        else end();
    }

    private void begin(RoomName room) {
        if (spell.isPresent() && spell.get().room().equals(room)) return;
        end();
        spell = Optional.of(new Spell(room, later.after(PATIENCE, () -> askWhy(notices::show))));
    }

    private void end() {
        spell.ifPresent(ended -> ended.patience().close());
        spell = Optional.empty();
        notices.remove(Notice.Kind.ALONE);
    }

    private void askWhy(Consumer<Notice> show) {
        spell.ifPresent(asked ->
                whenDone(help.why(), asked, (why, failed) -> show.accept(notice(asked, why.orElse("")))));
    }

    private Notice notice(Spell alone, String detail) {
        return notice(
                alone, detail, new Notice.Action("Retry now", Icon.Shape.RETRY, true, () -> retry(alone, detail)));
    }

    private Notice notice(Spell alone, String detail, Notice.Action action) {
        return new Notice(
                Notice.Kind.ALONE,
                "You are alone in " + alone.room(),
                detail,
                List.of(action, new Notice.Action("Doctor", Icon.Shape.DOCTOR, true, doctor)));
    }

    private void retry(Spell alone, String detail) {
        if (!spell.equals(Optional.of(alone))) return;
        notices.update(notice(alone, detail, new Notice.Action("Trying…", Icon.Shape.RETRY, false, () -> {})));
        whenDone(help.retry(), alone, (answer, failed) -> {
            Optional<String> trouble = answer.flatMap(sentence -> sentence).or(() -> failed);
            if (trouble.isPresent()) notices.update(notice(alone, trouble.get()));
            else askWhy(notices::update);
        });
    }

    /** Hands over the answer, or what went wrong, unless it is about an earlier time of being alone. */
    private <T> void whenDone(CompletionStage<T> question, Spell asked, Ending<T> ending) {
        question.whenComplete((answer, failure) -> fxThread.execute(() -> {
            if (failure != null) LOG.warn("while alone", failure);
            Optional<String> failed =
                    failure == null ? Optional.empty() : Optional.of("That went wrong; the log has the details.");
            if (spell.equals(Optional.of(asked))) ending.accept(Optional.ofNullable(answer), failed);
        }));
    }

    /** What to do with an answer. */
    @FunctionalInterface
    private interface Ending<T> {
        void accept(Optional<T> answer, Optional<String> failed);
    }

    @Override
    public void viewShown(SessionEvent.ViewShown event) {}

    @Override
    public void rosterChanged(SessionEvent.RosterChanged event) {}

    @Override
    public void messagesAdded(SessionEvent.MessagesAdded event) {}

    @Override
    public void noticeGiven(SessionEvent.NoticeGiven event) {}

    @Override
    public void eventNoted(SessionEvent.EventNoted event) {}
}
