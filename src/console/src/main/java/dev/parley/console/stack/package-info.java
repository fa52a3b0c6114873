/** Commands that look at the protocol stack and change it, and its statistics. */
package dev.parley.console.stack;
