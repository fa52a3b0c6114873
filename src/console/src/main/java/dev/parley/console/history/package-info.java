/** The lines that people typed. */
package dev.parley.console.history;
