/** What the program logs, and commands that look at it and say how much it is. */
package dev.parley.console.log;
