/** The console in the window: what commands and scripts say, the line they are typed into, and the live log beside it. */
package dev.parley.desktop.console;
