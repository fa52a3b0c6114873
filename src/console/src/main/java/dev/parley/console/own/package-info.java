/** The user's own commands: aliases, script functions, and plugins. */
package dev.parley.console.own;
