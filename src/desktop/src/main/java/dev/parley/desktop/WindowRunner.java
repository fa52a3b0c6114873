package dev.parley.desktop;

import dev.parley.chat.SessionState;
import dev.parley.desktop.RegionCycle.Stop;
import dev.parley.desktop.fx.FxThread;
import dev.parley.desktop.settings.KeptSettings;
import dev.parley.desktop.settings.PeerChoice;
import dev.parley.desktop.settings.SettingsModel;
import dev.parley.desktop.start.AboutView;
import dev.parley.desktop.start.FirstControl;
import dev.parley.desktop.start.FirstStartModel;
import dev.parley.desktop.start.FirstStartView;
import dev.parley.desktop.start.LeavingView;
import dev.parley.desktop.start.PreferencesView;
import dev.parley.desktop.start.ShortcutsView;
import dev.parley.desktop.status.Notice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** The life of a window: what it shows first, how it comes to its session, and how it ends. JavaFX thread. */
final class WindowRunner {
    /** A session gives up on the others' acknowledgements a second earlier. */
    private static final Duration LONGEST_LEAVING = Duration.ofSeconds(6);

    private final MainWindow window;
    private final KeptSettings kept;
    private final SettingsModel settings;
    private final LiveSession live;
    private final FxThread fxThread;
    private final WindowParts parts;
    private final ViewFailures failures;
    private final Runnable ended;
    private Optional<Drafts> drafts = Optional.empty();
    private boolean leaving;

    /** @param ended called when the window is closed and the group left */
    WindowRunner(MainWindow window, KeptSettings kept, LiveSession live, FxThread fxThread, Runnable ended) {
        this.window = window;
        this.kept = kept;
        this.settings = kept.model();
        this.live = live;
        this.fxThread = fxThread;
        this.ended = ended;
        this.parts = new WindowParts(live, window.overlay(), fxThread);
        this.failures = new ViewFailures(fxThread, parts.notices()::show);
    }

    /** Fills the window, and goes on with what it was started for. */
    void fill(StartPlan plan) {
        Thread.setDefaultUncaughtExceptionHandler(failures);
        Stage stage = window.stage();
        stage.titleProperty().bind(parts.room().title());
        stage.focusedProperty().addListener((property, before, now) -> {
            parts.room().watched().set(now);
            parts.logModel().windowFocusedProperty().set(now);
        });
        stage.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, event -> {
            event.consume();
            end();
        });
        window.on(Shortcut.QUIT, this::end);
        window.scene().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) escape();
        });
        if (plan.ask()) ask(plan, plan.peer(), "");
        else enter(plan, plan.peer());
        kept.problem().map(Notice::warning).ifPresent(parts.notices()::show);
    }

    /** Asks who this is, with a proposal filled in and what was wrong with it. */
    private void ask(StartPlan plan, PeerChoice proposal, String problem) {
        FirstStartModel model = new FirstStartModel(proposal);
        FirstStartView view = new FirstStartView(model, choice -> {
            model.busy().set(true);
            live.open(
                    choice,
                    opened -> {
                        settings.remember(choice);
                        showRoom(plan, choice);
                        prepare(plan, opened);
                    },
                    sentence -> {
                        model.busy().set(false);
                        model.failure().set(sentence);
                    });
        });
        model.failure().set(problem);
        window.showPage(view);
        view.focusName();
    }

    private void enter(StartPlan plan, PeerChoice choice) {
        showRoom(plan, choice);
        live.open(choice, opened -> prepare(plan, opened), sentence -> ask(plan, choice, sentence));
    }

    private void showRoom(StartPlan plan, PeerChoice choice) {
        parts.room().expect(choice.room().text(), plan.manual() ? SessionState.LEFT : SessionState.JOINING);
        WindowMenu menu = new WindowMenu(window::perform)
                .withRoom(parts.room().state(), this::join, this::leave)
                .withHelp(this::showShortcuts, this::showAbout);
        RoomHeaderView header = new RoomHeaderView(parts.room(), menu, () -> window.perform(Shortcut.FIND));
        window.showRoom(parts, header, settings);
        window.on(
                Shortcut.PREFERENCES,
                () -> window.cards().show(new PreferencesView(settings, window.cards()::dismiss)));
        parts.log().reduceMotionProperty().bind(settings.reduceMotion());
        window.on(Shortcut.FIND, parts.log()::openSearch);
        window.on(Shortcut.LARGER_TEXT, () -> settings.enlargeText(1));
        window.on(Shortcut.SMALLER_TEXT, () -> settings.enlargeText(-1));
        window.on(Shortcut.USUAL_TEXT, () -> settings.textSize().set(SettingsModel.USUAL_TEXT));
        window.on(Shortcut.MENU, header::openMenu);
    }

    private void prepare(StartPlan plan, Opened opened) {
        live.execute(() -> {
            Drafts drafts = new Drafts(opened.folder());
            List<String> problems = opened.console().problems();
            fxThread.later(() -> {
                begin(plan, opened, drafts);
                parts.talk().ifPresent(talk -> talk.tell(problems));
            });
        });
    }

    private void begin(StartPlan plan, Opened opened, Drafts kept) {
        drafts = Optional.of(kept);
        SessionFeed feed = new SessionFeed(fxThread, parts.begin(opened, kept), failures::happened);
        opened.notices().forEach(feed::noticeGiven);
        if (!plan.manual()) feed.expectJoin();
        opened.session().listen(feed);
        live.whenQuit(opened, this::end);
        live.begin(opened, plan, () -> parts.talk().ifPresent(talk -> runGiven(talk, plan)));
        parts.talk().ifPresent(this::show);
    }

    private static void runGiven(TalkParts talk, StartPlan plan) {
        plan.scripts().forEach(script -> talk.run(script.line()));
        plan.commands().forEach(talk::run);
    }

    private void show(TalkParts talk) {
        window.showConsole(talk.console(), settings);
        window.on(Shortcut.CLEAR_CONSOLE, talk::clear);
        window.on(Shortcut.CONSOLE, () -> {
            boolean opens = !settings.consoleOpen().get();
            settings.consoleOpen().set(opens);
            if (opens) focusConsole(talk);
            else talk.input().focus();
        });
        RegionCycle regions = new RegionCycle(List.of(
                new Stop(talk.input(), talk.input()::focus),
                new Stop(parts.consolePlace(), () -> focusConsole(talk)),
                new Stop(parts.members(), parts.members()::requestFocus),
                new Stop(parts.log(), () -> FirstControl.focus(parts.log()))));
        window.on(Shortcut.NEXT_REGION, () -> regions.move(window.scene(), 1));
        window.on(Shortcut.PREVIOUS_REGION, () -> regions.move(window.scene(), -1));
        talk.input().focus();
    }

    private void focusConsole(TalkParts talk) {
        if (settings.consoleOpen().get()) talk.console().focus();
        else FirstControl.focus(parts.consolePlace());
    }

    private void escape() {
        if (parts.log().isSearching()) parts.log().closeSearch();
        else parts.log().clearUnread();
    }

    private void join() {
        live.perform(opened -> opened.session().join(Optional.empty()), this::warn);
    }

    private void leave() {
        live.perform(opened -> opened.session().leave(), this::warn);
    }

    private void warn(String sentence) {
        parts.notices().show(Notice.warning(sentence));
    }

    private void showShortcuts() {
        window.cards().show(new ShortcutsView(Shortcut.list(), window.cards()::dismiss));
    }

    private void showAbout() {
        String runtime = "Java %s, JavaFX %s"
                .formatted(Runtime.version().feature(), System.getProperty("javafx.version", "unknown"));
        window.cards().show(new AboutView(List.of(runtime), window.cards()::dismiss));
    }

    /** Leaves the room in order, says so meanwhile, and ends the window. */
    private void end() {
        if (leaving) return;
        leaving = true;
        window.cards().pin(new LeavingView(parts.room().room().get()));
        parts.close();
        drafts.ifPresent(known -> live.execute(known::save));
        live.end(LONGEST_LEAVING, () -> {
            window.stage().hide();
            ended.run();
        });
    }
}
