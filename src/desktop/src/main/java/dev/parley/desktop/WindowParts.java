package dev.parley.desktop;

import dev.parley.chat.SessionListener;
import dev.parley.console.command.Words;
import dev.parley.desktop.completion.CompletionPopup;
import dev.parley.desktop.completion.CompletionWorker;
import dev.parley.desktop.fx.FxThread;
import dev.parley.desktop.fx.LaterTimer;
import dev.parley.desktop.log.ChatLogModel;
import dev.parley.desktop.log.ChatLogView;
import dev.parley.desktop.log.Invitation;
import dev.parley.desktop.log.LogActions;
import dev.parley.desktop.members.MemberActions;
import dev.parley.desktop.members.MembersModel;
import dev.parley.desktop.members.MembersView;
import dev.parley.desktop.status.AloneWatch;
import dev.parley.desktop.status.Notice;
import dev.parley.desktop.status.NoticeBar;
import dev.parley.desktop.status.NoticeModel;
import dev.parley.desktop.status.StatusBar;
import dev.parley.desktop.status.StatusModel;
import dev.parley.desktop.theme.SenderColours;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The parts of the window that show the session, with their models; some only come with the session. JavaFX thread. */
final class WindowParts implements AutoCloseable {
    private final LiveSession live;
    private final FxThread fxThread;
    private final SessionRequests requests;
    private final LaterTimer later;
    private final CompletionWorker completion;
    private final CompletionPopup popup;
    private final RoomModel room = new RoomModel();
    private final NoticeModel notices = new NoticeModel();
    private final NoticeBar noticeBar = new NoticeBar(notices);
    private final AloneWatch aloneWatch;
    private final MembersModel membersModel;
    private final MembersView members;
    private final ChatLogModel logModel;
    private final ChatLogView log;
    private final StatusModel statusModel;
    private final StatusBar status;
    private final StackPane inputPlace = new StackPane();
    private final StackPane consolePlace = new StackPane();
    private Optional<TalkParts> talk = Optional.empty();
    private Optional<URI> service = Optional.empty();

    /** @param overlay where popups in the scene belong */
    WindowParts(LiveSession live, Pane overlay, FxThread fxThread) {
        this.live = live;
        this.fxThread = fxThread;
        requests = new SessionRequests(live);
        later = new LaterTimer(fxThread);
        completion = new CompletionWorker(fxThread);
        popup = new CompletionPopup(overlay, completion);
        aloneWatch =
                new AloneWatch(notices, requests, fxThread, later, () -> talk.ifPresent(parts -> parts.run("doctor")));
        SenderColours colours = new SenderColours();
        Clock clock = Clock.system(ZoneId.systemDefault());
        membersModel = new MembersModel(InstantSource.system(), later);
        members = new MembersView(membersModel, memberActions(), colours, clock.getZone());
        logModel = new ChatLogModel(requests, clock, fxThread);
        log = new ChatLogView(logModel, colours, logActions());
        statusModel = new StatusModel(later);
        statusModel.medianRoundTripProperty().bind(membersModel.medianRoundTripProperty());
        status = new StatusBar(statusModel, WindowParts::copy);
        inputPlace.getStyleClass().add("input-place");
        consolePlace.getStyleClass().add("console-place");
    }

    private MemberActions memberActions() {
        return new MemberActions(
                this::tell,
                this::mention,
                name -> talk.ifPresent(parts -> parts.run("ping " + Words.quoted(name))),
                WindowParts::copy);
    }

    private LogActions logActions() {
        return new LogActions(this::openLink, WindowParts::copy, this::mention, this::tell, this::invitation);
    }

    private void tell(String name) {
        talk.ifPresent(parts -> parts.input().prepare("/tell " + Words.quoted(name) + " "));
    }

    private void mention(String name) {
        talk.ifPresent(parts -> parts.input().prepare("@" + name + " "));
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void openLink(String address) {
        live.execute(() -> new LinkOpener(System.getProperty("os.name"))
                .open(address)
                .ifPresent(problem -> fxThread.later(() -> notices.show(Notice.warning(problem)))));
    }

    /** What others type to come here. */
    private Invitation invitation() {
        String where = room.room().get().equals("lobby")
                ? ""
                : " --room " + room.room().get();
        return service.map(url -> new Invitation(
                        "parley --bootstrap " + url + where, "Send this line to the people you want to meet."))
                .orElseGet(
                        () -> new Invitation(
                                "parley" + where,
                                "This line brings others on this machine here. To meet people elsewhere, start with --serve 9000."));
    }

    /**
     * Adds what only comes with the session.
     *
     * @return who hears the session's events
     */
    List<SessionListener> begin(Opened opened, Drafts drafts) {
        TalkParts parts = new TalkParts(opened, requests, popup, drafts, fxThread);
        talk = Optional.of(parts);
        service = opened.service();
        inputPlace.getChildren().setAll(parts.input());
        consolePlace.getChildren().setAll(parts.console());
        parts.measure(requests, membersModel::measured, statusModel.factsProperty()::set);
        return Stream.concat(
                        Stream.of(room, membersModel, logModel, statusModel, notices, aloneWatch),
                        parts.models().stream())
                .toList();
    }

    RoomModel room() {
        return room;
    }

    NoticeModel notices() {
        return notices;
    }

    Region noticeBar() {
        return noticeBar;
    }

    MembersView members() {
        return members;
    }

    ChatLogView log() {
        return log;
    }

    /** What the log knows of the window. */
    ChatLogModel logModel() {
        return logModel;
    }

    Region status() {
        return status;
    }

    /** Where the input is, once it is there. */
    StackPane inputPlace() {
        return inputPlace;
    }

    /** Where the console is, once it is there. */
    StackPane consolePlace() {
        return consolePlace;
    }

    /** What came with the session. */
    Optional<TalkParts> talk() {
        return talk;
    }

    @Override
    public void close() {
        talk.ifPresent(TalkParts::close);
        completion.close();
        later.close();
    }
}
