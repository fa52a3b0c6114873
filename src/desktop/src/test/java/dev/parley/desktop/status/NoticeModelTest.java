package dev.parley.desktop.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.chat.SessionEvent.Level;
import dev.parley.desktop.theme.Icon;
import org.junit.jupiter.api.Test;

class NoticeModelTest {
    private final NoticeModel model = new NoticeModel();

    private String cause() {
        return model.currentProperty().get().map(Notice::cause).orElse("");
    }

    @Test
    void whatTheSessionWarnsOfIsShownAndWhatItMentionsIsNot() {
        model.noticeGiven(Events.notice(Level.INFO, "Joining lobby."));
        assertThat(model.currentProperty().get()).isEmpty();
        model.noticeGiven(Events.notice(Level.WARN, "http://x:1 is gone. It is asked again. Soon."));
        Notice notice = model.currentProperty().get().orElseThrow();
        assertThat(notice.cause()).isEqualTo("http://x:1 is gone.");
        assertThat(notice.detail()).isEqualTo("It is asked again. Soon.");
    }

    @Test
    void theNewestTakesThePlaceOfAnOlderOneOfItsKind() {
        model.show(Notice.warning("first"));
        model.show(Notice.warning("second"));
        assertThat(cause()).isEqualTo("second");
        assertThat(model.behindProperty().get()).isZero();
    }

    @Test
    void othersWaitBehindItAndAppearWhenItIsClosed() {
        model.show(Notice.warning("first"));
        model.show(Events.troubled("second"));
        assertThat(cause()).isEqualTo("second");
        assertThat(model.behindProperty().get()).isEqualTo(1);

        model.close();
        assertThat(cause()).isEqualTo("first");
        assertThat(model.behindProperty().get()).isZero();
        model.close();
        assertThat(model.currentProperty().get()).isEmpty();
    }

    @Test
    void aNoticeThatWaitsCanBeTakenAwayOrChangedWithoutComingForward() {
        model.show(Notice.warning("first"));
        model.show(Events.troubled("second"));
        model.update(Notice.warning("changed"));
        assertThat(cause()).isEqualTo("second");
        model.remove(Notice.Kind.TROUBLE);
        assertThat(cause()).isEqualTo("changed");
        model.remove(Notice.Kind.WARNING);
        model.update(Notice.warning("too late"));
        assertThat(model.currentProperty().get()).isEmpty();
    }

    @Test
    void aNoticeHasAtMostTwoActions() {
        Notice.Action action = new Notice.Action("Retry", Icon.Shape.RETRY, true, () -> {});
        assertThat(Events.troubled("x", action, action).actions()).hasSize(2);
        assertThatThrownBy(() -> Events.troubled("x", action, action, action)).hasMessageContaining("two actions");
    }
}
