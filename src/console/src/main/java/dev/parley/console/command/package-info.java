/** What a command is: its page in the manual, its arguments, its reply. */
package dev.parley.console.command;
