package dev.parley.chat;

import dev.parley.group.StackFile;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a session starts from.
 *
 * @param name what this peer wants to be called
 * @param room the room it joins first
 * @param service the bootstrap data service
 * @param stack the protocol stack
 * @param stackFolders where stack files are looked up by name
 * @param bind where to bind
 * @param folder this peer's own folder: identity, rooms, the last list; must exist and be writable
 * @param history whether and how much of what is said is kept
 */
public record SessionSettings(
        PeerName name,
        RoomName room,
        ServiceSettings service,
        StackFile stack,
        List<Path> stackFolders,
        Bind bind,
        Path folder,
        HistorySettings history) {
    public SessionSettings {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(room, "room");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(stack, "stack");
        stackFolders = List.copyOf(stackFolders);
        Objects.requireNonNull(bind, "bind");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(history, "history");
    }

    /** With a service that wants no token, or that of this machine. */
    public SessionSettings(
            PeerName name,
            RoomName room,
            Optional<URI> bootstrap,
            StackFile stack,
            List<Path> stackFolders,
            Bind bind,
            Path folder,
            HistorySettings history) {
        this(
                name,
                room,
                bootstrap.map(ServiceSettings::at).orElse(ServiceSettings.OF_THIS_MACHINE),
                stack,
                stackFolders,
                bind,
                folder,
                history);
    }

    /**
     * The local address and port.
     *
     * @param address empty: the local address of the route to the bootstrap service
     * @param port empty: what the stack file says; 0: any free one
     */
    public record Bind(Optional<InetAddress> address, OptionalInt port) {
        public static final Bind AUTOMATIC = new Bind(Optional.empty(), OptionalInt.empty());
    }
}
