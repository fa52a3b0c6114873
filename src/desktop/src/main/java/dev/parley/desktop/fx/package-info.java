/** How other threads reach the JavaFX application thread, and nothing else. */
package dev.parley.desktop.fx;
