package dev.parley.desktop.members;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.RoomName;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionState;
import dev.parley.desktop.testing.ManualLater;
import dev.parley.group.GroupEvent.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class MembersModelTest {
    private final ManualLater later = new ManualLater(Instant.parse("2026-11-22T10:04:00Z"));
    private final MembersModel model = new MembersModel(later, later);
    private final Room room = new Room(model);

    private List<String> names() {
        return model.rows().stream().map(row -> row.content().name()).toList();
    }

    private List<String> gone() {
        return model.rows().stream()
                .map(MemberRow::content)
                .filter(MemberRow.Gone.class::isInstance)
                .map(MemberRow.Content::name)
                .toList();
    }

    private static RoundTrip roundTrip(String name, int millis) {
        return new RoundTrip(Room.id(name), Optional.of(Duration.ofMillis(millis)));
    }

    @Test
    void firstComesThisPeerThenTheCoordinatorThenTheOthersByName() {
        room.joins("mia", "Zoe", "ben", "Carl").coordinator("Zoe");
        assertThat(names()).containsExactly("mia", "Zoe", "ben", "Carl");
        assertThat(model.countProperty().get()).isEqualTo(4);
        assertThat(model.viewIdProperty().get()).isEqualTo(room.roster().viewId());
    }

    @Test
    void whoLeavesIsKeptForHalfAnHourWithTheReasonTheLastOneFirst() {
        room.joins("ann", "bob", "carol").loses("bob", Reason.CRASHED);
        later.pass(Duration.ofMinutes(10));
        room.loses("carol", Reason.LEFT);

        assertThat(gone()).containsExactly("carol", "bob");
        assertThat(model.rows())
                .extracting(MemberRow::content)
                .filteredOn(MemberRow.Gone.class::isInstance)
                .extracting(content -> ((MemberRow.Gone) content).first())
                .containsExactly(true, false);
        later.pass(Duration.ofMinutes(20));
        assertThat(gone()).containsExactly("carol");
        later.pass(Duration.ofMinutes(10));
        assertThat(gone()).isEmpty();
        assertThat(later.waiting()).isZero();
    }

    @Test
    void whoComesBackLeavesTheListOfThoseWhoHaveLeft() {
        room.joins("ann", "bob").loses("bob", Reason.CRASHED).joins("bob");
        assertThat(names()).containsExactly("ann", "bob");
        assertThat(gone()).isEmpty();
    }

    @Test
    void whoLeavesTwiceIsListedOnce() {
        room.joins("ann", "bob").loses("bob", Reason.CRASHED).joins("bob").loses("bob", Reason.LEFT);
        assertThat(gone()).containsExactly("bob");
    }

    @Test
    void aNewcomerOfTheSameNameButOtherIdentityDoesNotPushOutWhoHasLeft() {
        MemberRow.Gone bob = new MemberRow.Gone("bob", Optional.of(Room.id("one")), Reason.LEFT, later.instant(), true);
        assertThat(bob.is("bob", Optional.of(Room.id("other")))).isFalse();
        assertThat(bob.is("bob-2", Optional.of(Room.id("one")))).isTrue();
        assertThat(bob.is("bob", Optional.empty())).isTrue();
    }

    @Test
    void anotherRoomHasOtherLeavers() {
        room.joins("ann", "bob").loses("bob", Reason.LEFT);
        model.stateChanged(
                new SessionEvent.StateChanged(SessionState.JOINING, new RoomName("kitchen"), "ann", Optional.empty()));
        assertThat(model.rows()).isEmpty();
        assertThat(model.countProperty().get()).isZero();
    }

    @Test
    void afterLeavingNobodyIsShownAsPresentButTheLeaversStay() {
        room.joins("ann", "bob", "carol").loses("bob", Reason.CRASHED);
        model.stateChanged(new SessionEvent.StateChanged(SessionState.LEFT, RoomName.LOBBY, "ann", Optional.empty()));
        assertThat(names()).containsExactly("bob");
        assertThat(model.viewIdProperty().get()).isEmpty();
    }

    @Test
    void theMedianIsThatOfTheMembersThatAnswered() {
        room.joins("ann", "bob", "carol", "dan", "eve");
        model.measured(List.of(
                roundTrip("bob", 3),
                roundTrip("carol", 1),
                roundTrip("dan", 90),
                new RoundTrip(Room.id("eve"), Optional.empty())));
        assertThat(model.medianRoundTripProperty().get()).contains(Duration.ofMillis(3));

        room.loses("bob", Reason.LEFT).loses("dan", Reason.LEFT);
        assertThat(model.medianRoundTripProperty().get()).contains(Duration.ofMillis(1));
        room.loses("carol", Reason.LEFT);
        assertThat(model.medianRoundTripProperty().get()).isEmpty();
    }

    @Test
    void aMeasurementOfSomebodyWhoIsGoneOrNotInTheChatIsIgnored() {
        room.joins("ann", "bob").leavesChat("bob");
        model.measured(List.of(roundTrip("bob", 3), roundTrip("nobody", 4)));
        assertThat(model.medianRoundTripProperty().get()).isEmpty();
    }

    @Test
    void aRowStaysTheSameObjectWhileItsFiguresChangeAndNothingMoves() {
        room.joins("ann", "bob", "carol");
        List<MemberRow> before = List.copyOf(model.rows());
        List<Object> changes = new ArrayList<>();
        model.rows().addListener((ListChangeListener<MemberRow>) changes::add);

        model.measured(List.of(roundTrip("bob", 3)));

        assertThat(model.rows()).containsExactlyElementsOf(before);
        assertThat(changes).isEmpty();
        assertThat(((MemberRow.Present) before.get(1).content()).roundTrip()).contains(roundTrip("bob", 3));
    }

    @Test
    void amongTwoHundredMembersANewcomerMovesNobody() {
        room.joins(IntStream.range(0, 200).mapToObj("m%03d"::formatted).toArray(String[]::new));
        List<MemberRow> before = List.copyOf(model.rows());
        List<ListChangeListener.Change<?>> changes = new ArrayList<>();
        model.rows().addListener((ListChangeListener<MemberRow>) changes::add);

        room.joins("m100b");

        assertThat(changes).hasSize(1);
        assertThat(model.rows().get(101).content().name()).isEqualTo("m100b");
        assertThat(model.rows()).hasSize(201).containsAll(before);
    }
}
