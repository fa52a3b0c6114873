/** Commands that make faults on purpose, each at the peer where it is typed. */
package dev.parley.console.fault;
