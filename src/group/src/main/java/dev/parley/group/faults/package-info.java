/** Faults on purpose, and the protocol that makes them: it is in a stack only while they are wanted. */
package dev.parley.group.faults;
