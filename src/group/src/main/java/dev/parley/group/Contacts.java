package dev.parley.group;

import dev.parley.group.Contact.Answer;
import dev.parley.group.RoomQuestion.Resident;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.jgroups.Address;
import org.jgroups.Event;
import org.jgroups.JChannel;
import org.jgroups.View;
import org.jgroups.protocols.FD_SOCK2;
import org.jgroups.stack.IpAddress;

/** Finds out, for a member, what is at the addresses of others. Methods block; thread-safe. */
final class Contacts {
    /** Where the loader lets a failure detector listen, and how far others may have moved it. */
    private static final RoomQuestion USUAL = new RoomQuestion(1_000, 3);

    private final JChannel channel;

    Contacts(JChannel channel) {
        this.channel = channel;
    }

    Contact at(InetSocketAddress address) {
        if (isMember(address)) return new Contact(address, Answer.MEMBER, "");
        Contact contact = new Knock(address).answer();
        if (contact.answer() != Answer.OTHER_STACK) return contact;
        return question().ask(address).map(resident -> of(resident, address)).orElse(contact);
    }

    /** Whether the failure detector beside that member answers, or this stack has none that listens. */
    boolean detectorAnswers(InetSocketAddress address) {
        return channel.getProtocolStack().findProtocol(FD_SOCK2.class) == null
                || question().ask(address).isPresent();
    }

    private Contact of(Resident resident, InetSocketAddress address) {
        if (!resident.group().equals(channel.getClusterName()))
            return new Contact(address, Answer.OTHER_ROOM, resident.group());
        if (isMember(address)) return new Contact(address, Answer.MEMBER, "");
        boolean discovered = physical(Members.address(resident.member())).isPresent();
        return new Contact(address, discovered ? Answer.APART : Answer.OTHER_STACK, "");
    }

    private RoomQuestion question() {
        FD_SOCK2 own = channel.getProtocolStack().findProtocol(FD_SOCK2.class);
        return own == null ? USUAL : new RoomQuestion(own.getOffset(), own.getPortRange());
    }

    private boolean isMember(InetSocketAddress address) {
        View view = channel.getView();
        return view != null
                && view.getMembers().stream()
                        .anyMatch(member -> physical(member).equals(Optional.of(address)));
    }

    private Optional<InetSocketAddress> physical(Address member) {
        Object physical = channel.down(new Event(Event.GET_PHYSICAL_ADDRESS, member));
        return physical instanceof IpAddress ip
                ? Optional.of(new InetSocketAddress(ip.getIpAddress(), ip.getPort()))
                : Optional.empty();
    }
}
