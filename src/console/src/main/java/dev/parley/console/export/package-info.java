/** Writing a room's whole log to a file for people and programs. */
package dev.parley.console.export;
