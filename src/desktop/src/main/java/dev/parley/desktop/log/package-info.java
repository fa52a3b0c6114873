/** The chat log: what was said and what happened in the room, to read, search and copy. */
package dev.parley.desktop.log;
