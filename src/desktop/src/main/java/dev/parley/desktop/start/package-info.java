/** The cards in the window: the first start, the preferences, and what the window says before it ends. */
package dev.parley.desktop.start;
