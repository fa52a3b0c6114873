/** How a line is split into words and read as a command's manual says. */
package dev.parley.console.command;
