package dev.parley.chat;

/** A room: a JGroups group of that name and a list at the bootstrap service. */
public record RoomName(String text) {
    /** Where everybody is who did not ask for another room. */
    public static final RoomName LOBBY = new RoomName("lobby");

    public RoomName {
        Names.check("room name", text);
    }

    @Override
    public String toString() {
        return text;
    }
}
