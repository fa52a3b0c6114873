package dev.parley.console.api;

import dev.parley.chat.Session;

/** One run of a command: with whom it deals, and what was typed. */
public record Invocation(Session session, Arguments arguments) {}
