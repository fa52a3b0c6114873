/** Protocols that make faults on purpose; in a stack only while such a fault is wanted. */
package dev.parley.group.faults;
