package dev.parley.chat;

/**
 * A fault made on purpose that lasts at this peer.
 *
 * @param kind its name in commands, for example {@code partition}
 * @param what its particulars as one would type them
 * @param dropped how many messages it has dropped up to now
 */
public record ActiveFault(String kind, String what, long dropped) {}
