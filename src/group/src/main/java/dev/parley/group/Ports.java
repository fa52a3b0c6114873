package dev.parley.group;

import java.util.OptionalInt;

/**
 * The ports that a member uses.
 *
 * @param first the first port that its stack may bind, 0 for any free one
 * @param last the last one
 * @param transport the one that it has
 * @param detector where its failure detector listens, if it has one that listens
 */
public record Ports(int first, int last, int transport, OptionalInt detector) {}
