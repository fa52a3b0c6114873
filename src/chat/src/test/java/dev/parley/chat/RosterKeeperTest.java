package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.WireMessage.Hello;
import dev.parley.group.Member;
import dev.parley.group.Membership;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Names that several members want, at several keepers. */
class RosterKeeperTest {
    private static final List<String> NAMES = List.of("alice", "alice-2", "alice-3", "alice-2-2", "bob");
    private static final int MEMBERS = 7;

    private static UUID id(int member) {
        return new UUID(7, member);
    }

    /** A view of these members, in this order, all of whom are called "node" by the group. */
    private static Membership view(Integer... members) {
        return view(List.of(members));
    }

    private static Membership view(List<Integer> members) {
        return new Membership(
                "view|" + members,
                members.stream().map(member -> new Member(id(member), "node")).toList());
    }

    private static Hello hello(int member, String name, long time) {
        return new Hello(id(member), 1, name, true, new Stamp(time, 0), 0, false);
    }

    private static RosterKeeper keeper(Membership view, int self) {
        RosterKeeper keeper = new RosterKeeper();
        keeper.viewChanged(view, id(self));
        return keeper;
    }

    private static List<String> names(RosterKeeper keeper) {
        return keeper.membership().members().stream()
                .map(member -> keeper.shownName(member.id()).orElseThrow())
                .toList();
    }

    /**
     * Views come in one order at all, with hellos in between as they happen to arrive; at the end each has heard everything
     * that those in the view have said of themselves, in any order and more than once.
     */
    @Property(tries = 500)
    void forTheSameViewAndTheSameHellosAllShowTheSameUniqueNames(@ForAll long seed) {
        Random chance = new Random(seed);
        List<Hello> said = new ArrayList<>();
        for (int i = 0; i < 20; i++)
            said.add(hello(chance.nextInt(MEMBERS), NAMES.get(chance.nextInt(NAMES.size())), i));
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, MEMBERS).boxed().toList());
        Collections.shuffle(order, chance);
        Membership last = view(order.subList(0, 2 + chance.nextInt(MEMBERS - 1)));

        List<RosterKeeper> keepers = new ArrayList<>();
        for (Member member : last.members()) keepers.add(history(member, last, said, new Random(chance.nextLong())));

        List<String> names = names(keepers.get(0));
        assertThat(names).doesNotHaveDuplicates();
        for (RosterKeeper keeper : keepers) assertThat(names(keeper)).isEqualTo(names);
        Map<UUID, String> wanted = new HashMap<>();
        for (Hello hello : said) wanted.put(hello.author(), hello.name());
        for (Member member : last.members())
            assertThat(keepers.get(0).nameOf(member.id())).hasValue(wanted.getOrDefault(member.id(), "node"));
    }

    private static RosterKeeper history(Member self, Membership last, List<Hello> said, Random chance) {
        RosterKeeper keeper = new RosterKeeper();
        for (int i = 0; i < 3; i++) {
            List<Member> some = new ArrayList<>(last.members());
            some.removeIf(member -> !member.equals(self) && chance.nextBoolean());
            keeper.viewChanged(new Membership("part|" + i, some), self.id());
            for (Hello hello : said) if (chance.nextBoolean()) keeper.hello(hello.author(), hello);
        }
        keeper.viewChanged(last, self.id());
        List<Hello> arriving = new ArrayList<>(said);
        arriving.addAll(said);
        Collections.shuffle(arriving, chance);
        for (Hello hello : arriving) keeper.hello(hello.author(), hello);
        return keeper;
    }

    @Example
    void twoPartsWithAnAliceEachHaveTwoAfterTheMergeAndTheFirstOneKeepsTheName() {
        RosterKeeper keeper = keeper(view(0, 1), 1);
        keeper.hello(id(0), hello(0, "alice", 1));
        keeper.hello(id(1), hello(1, "bob", 1));
        assertThat(names(keeper)).containsExactly("alice", "bob");
        keeper.viewChanged(view(2, 0, 1), id(1));
        keeper.hello(id(2), hello(2, "alice", 1));
        assertThat(names(keeper)).containsExactly("alice", "alice-2", "bob");
        keeper.viewChanged(view(0, 1), id(1));
        assertThat(names(keeper)).containsExactly("alice", "bob");
    }

    @Example
    void whoTakesANameThatIsTakenStandsBehindAndMovesUpWhenTheFirstOneGoes() {
        RosterKeeper keeper = keeper(view(0, 1, 2), 0);
        keeper.hello(id(0), hello(0, "alice", 1));
        keeper.hello(id(1), hello(1, "bob", 1));
        keeper.hello(id(2), hello(2, "alice-2", 1));
        assertThat(keeper.hello(id(1), hello(1, "alice", 2))).isTrue();
        assertThat(names(keeper)).containsExactly("alice", "alice-3", "alice-2");
        keeper.viewChanged(view(1, 2), id(1));
        assertThat(names(keeper)).containsExactly("alice", "alice-2");
    }

    @Example
    void aHelloOvertakenByALaterOneChangesNothing() {
        RosterKeeper keeper = keeper(view(0, 1), 0);
        keeper.hello(id(1), hello(1, "robert", 5));
        assertThat(keeper.hello(id(1), hello(1, "bob", 4))).isFalse();
        assertThat(keeper.nameOf(id(1))).hasValue("robert");
    }
}
