package dev.parley.chat;

/** What other members may order this peer to do; nothing unless its user allows it. Any thread. */
public final class RemotePermissions {
    private volatile boolean faults;
    private volatile boolean stack;

    /** Whether others may make and heal faults here. */
    public boolean faults() {
        return faults;
    }

    /** Whether others may change the protocol stack here. */
    public boolean stack() {
        return stack;
    }

    public void allowFaults(boolean allowed) {
        faults = allowed;
    }

    public void allowStack(boolean allowed) {
        stack = allowed;
    }
}
