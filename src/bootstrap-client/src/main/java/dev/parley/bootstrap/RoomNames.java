package dev.parley.bootstrap;

/** How rooms are named at the service. */
public final class RoomNames {
    /** The room of every request that names none. */
    public static final String LOBBY = "lobby";

    private RoomNames() {}

    /**
     * Lets only the name of a room pass.
     *
     * @return the name itself
     * @throws IllegalArgumentException with half a sentence if it does not have 1 to 64 characters, all visible
     */
    public static String require(String room) {
        WireText.require("room", room, 1, 64);
        return room;
    }
}
