/** The faces without a window: a terminal, plain streams, and JSON for programs. They print; nothing below them does. */
package dev.parley.terminal;
