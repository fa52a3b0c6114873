/**
 * What a command is: its page in the manual, its arguments, its reply. This package is published: the program's own commands
 * and those in users' plugins are made of it alike, and what is here stays as it is.
 */
package dev.parley.console.api;
