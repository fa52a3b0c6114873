package dev.parley.chat;

/** What the pieces on the session thread share. */
record SessionParts(
        SessionLoop loop,
        Wire wire,
        Answers answers,
        Faces faces,
        Timeline timeline,
        RosterKeeper roster,
        MetMembers met,
        Refusals refusals) {}
