package dev.parley.desktop.start;

import dev.parley.chat.PeerName;
import dev.parley.chat.RoomName;
import dev.parley.desktop.settings.PeerChoice;
import dev.parley.desktop.settings.Rules;
import java.net.URI;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What somebody who starts for the first time is asked, and what is wrong with the answers. JavaFX thread. */
public final class FirstStartModel {
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty room = new SimpleStringProperty("");
    private final BooleanProperty ownService = new SimpleBooleanProperty(true);
    private final StringProperty service = new SimpleStringProperty("");
    private final StringProperty failure = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final StringBinding objection = Bindings.createStringBinding(this::object, name, room, ownService, service);

    /** @param proposal stands in the fields at first */
    public FirstStartModel(PeerChoice proposal) {
        name.set(proposal.name().text());
        room.set(proposal.room().equals(RoomName.LOBBY) ? "" : proposal.room().text());
        ownService.set(proposal.service().isEmpty());
        service.set(proposal.service().map(URI::toString).orElse(""));
        objection.addListener(observable -> failure.set(""));
    }

    private String object() {
        Optional<String> first = Rules.NAME.objection(name.get());
        if (first.isEmpty() && !room.get().isBlank()) first = Rules.ROOM.objection(room.get());
        if (first.isEmpty() && !ownService.get()) first = Rules.SERVICE.objection(service.get());
        return first.orElse("");
    }

    /** The choice, unless there is an objection. */
    public Optional<PeerChoice> choice() {
        if (!objection.get().isEmpty()) return Optional.empty();
        return Optional.of(new PeerChoice(
                new PeerName(name.get().strip()),
                room.get().isBlank() ? RoomName.LOBBY : new RoomName(room.get().strip()),
                ownService.get() ? Optional.empty() : Optional.of(Rules.url(service.get()))));
    }

    public StringProperty name() {
        return name;
    }

    /** Blank for the usual one. */
    public StringProperty room() {
        return room;
    }

    /** Whether the service is that of this machine. */
    public BooleanProperty ownService() {
        return ownService;
    }

    /** The URL of another service. */
    public StringProperty service() {
        return service;
    }

    /** What is wrong with the answers, as a sentence; empty if nothing is. */
    public StringBinding objection() {
        return objection;
    }

    /** Why the start did not work, as a sentence. */
    public StringProperty failure() {
        return failure;
    }

    /** Whether the answers are being used. */
    public BooleanProperty busy() {
        return busy;
    }
}
