package dev.parley.desktop;

import dev.parley.chat.SessionListener;
import dev.parley.desktop.completion.CompletionPopup;
import dev.parley.desktop.console.ConsoleModel;
import dev.parley.desktop.console.ConsolePane;
import dev.parley.desktop.console.LogModel;
import dev.parley.desktop.fx.FxThread;
import dev.parley.desktop.fx.PulseQueue;
import dev.parley.desktop.input.ChatSource;
import dev.parley.desktop.input.MessageActions;
import dev.parley.desktop.input.MessageInput;
import dev.parley.desktop.input.MessageInputModel;
import dev.parley.desktop.members.RoundTrip;
import dev.parley.desktop.members.RoundTrips;
import dev.parley.desktop.status.FactsWatch;
import dev.parley.desktop.status.StatusFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The parts of the window by which the user talks and commands, and what is measured of the session. JavaFX thread. */
final class TalkParts implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final FxThread fxThread;
    private final ConsoleModel consoleModel;
    private final LogModel logModel;
    private final ConsolePane console;
    private final MessageInputModel inputModel;
    private final MessageInput input;
    private Optional<RoundTrips> roundTrips = Optional.empty();
    private Optional<FactsWatch> facts = Optional.empty();

    TalkParts(Opened opened, SessionRequests requests, CompletionPopup popup, Drafts drafts, FxThread fxThread) {
        this.fxThread = fxThread;
        Clock clock = Clock.system(ZoneId.systemDefault());
        consoleModel = new ConsoleModel(opened.console(), fxThread, clock);
        logModel = new LogModel(fxThread);
        console = new ConsolePane(consoleModel, logModel, popup, requests::proposal);
        MessageActions actions = new MessageActions() {
            @Override
            public CompletionStage<Optional<String>> say(String text) {
                return requests.say(text);
            }

            @Override
            public void command(String line) {
                run(line);
            }
        };
        inputModel = new MessageInputModel(fxThread, actions, drafts.kept(), drafts::change);
        input = new MessageInput(inputModel, popup, new ChatSource(requests::proposal, requests::roster));
    }

    /** Measures round trips and facts from now on. */
    void measure(SessionRequests requests, Consumer<List<RoundTrip>> measured, Consumer<StatusFacts> known) {
        RoundTrips trips = new RoundTrips(requests::chatMembers, requests::ping, new PulseQueue<>(fxThread, measured));
        FactsWatch watch = new FactsWatch(requests::facts, fxThread, known);
        trips.start(PAUSE);
        watch.start(PAUSE);
        roundTrips = Optional.of(trips);
        facts = Optional.of(watch);
    }

    /** Runs a command as if it had been typed. */
    void run(String line) {
        console.runFromChat(line);
    }

    /** Says in the console what cannot be kept, read or run, each a sentence. */
    void tell(List<String> problems) {
        problems.forEach(consoleModel::warn);
    }

    /** Empties the console. */
    void clear() {
        consoleModel.clear();
    }

    MessageInput input() {
        return input;
    }

    ConsolePane console() {
        return console;
    }

    List<SessionListener> models() {
        return List.of(inputModel, consoleModel);
    }

    /** Measures no more, and hands over what was being typed. */
    @Override
    public void close() {
        roundTrips.ifPresent(RoundTrips::close);
        facts.ifPresent(FactsWatch::close);
        inputModel.saveDrafts();
        consoleModel.close();
        logModel.close();
    }
}
