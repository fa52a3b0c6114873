package dev.parley.chat;

import dev.parley.chat.WireMessage.AboutTold;
import dev.parley.chat.WireMessage.Hello;
import dev.parley.group.Group;
import dev.parley.group.Member;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Sees to it that all members of a view know each other: says hello to those who are new, and asks again those who have not
 * said it. Confined to the session thread.
 */
final class Introductions {
    /** From so many newcomers on one multicast is cheaper than a message each. */
    private static final int MANY = 3;

    /** A hello is there within a round trip; who is silent for so long is asked, and again after twice the time. */
    private static final Duration SILENCE = Duration.ofSeconds(1);

    private static final int ASK_TIMES = 5;

    private final SessionParts parts;
    private final Function<Boolean, Hello> ownHello;
    private Subscription alarm = () -> {};

    /** @param ownHello the hello of the moment, wanting an answer or not */
    Introductions(SessionParts parts, Function<Boolean, Hello> ownHello) {
        this.parts = parts;
        this.ownHello = ownHello;
    }

    void viewChanged(List<Member> joined) {
        Hello hello = ownHello.apply(false);
        if (joined.size() >= MANY) {
            parts.wire().multicast(hello);
            ownAbout().ifPresent(about -> parts.wire().multicast(about));
        } else
            for (Member member : joined) {
                parts.wire().send(member.id(), hello);
                ownAbout().ifPresent(about -> parts.wire().send(member.id(), about));
            }
        alarm.close();
        expectAll(SILENCE, ASK_TIMES);
    }

    /** Tells all members what has changed. */
    void changed() {
        parts.wire().multicast(ownHello.apply(false));
    }

    /** Tells all members, and wants to hear from each. */
    void callRound() {
        parts.wire().multicast(ownHello.apply(true));
    }

    void heard(UUID member, Hello hello) {
        parts.roster().hello(member, hello);
        if (hello.answerWanted()) parts.wire().group().ifPresent(group -> answer(group, member));
    }

    private void answer(Group group, UUID member) {
        parts.answers().answer(group, member, Hello.class, () -> ownHello.apply(false));
        parts.answers().answer(group, member, AboutTold.class, () -> Abouts.own(group));
    }

    private Optional<AboutTold> ownAbout() {
        return parts.wire().group().map(Abouts::own);
    }

    private void expectAll(Duration patience, int times) {
        Set<UUID> silent = Set.copyOf(parts.roster().silent());
        if (silent.isEmpty() || times == 0) return;
        alarm = parts.loop().after(patience, () -> {
            parts.roster().silent().forEach(member -> parts.wire().send(member, ownHello.apply(true)));
            expectAll(patience.multipliedBy(2), times - 1);
        });
    }
}
