/** What the user has set, where it is kept, and the command that sets it. */
package dev.parley.console.settings;
