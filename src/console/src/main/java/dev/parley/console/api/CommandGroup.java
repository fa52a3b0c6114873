package dev.parley.console.api;

/** The chapters of the help, in their order. */
public enum CommandGroup {
    CHAT("Chat"),
    GROUP("The group, step by step"),
    STACK("The protocol stack"),
    MAP("The shared map"),
    BOOTSTRAP("The bootstrap service"),
    FAULTS("Faults on purpose"),
    LAB("The lab: more peers on this machine"),
    SCRIPTS("Scripts"),
    OWN("Your own functions"),
    CONSOLE("The console");

    private final String title;

    CommandGroup(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
