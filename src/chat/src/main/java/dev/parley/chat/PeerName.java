package dev.parley.chat;

/** What a person or program calls itself in a room; several peers may use the same. */
public record PeerName(String text) {
    public PeerName {
        Names.check("name", text);
    }

    @Override
    public String toString() {
        return text;
    }
}
