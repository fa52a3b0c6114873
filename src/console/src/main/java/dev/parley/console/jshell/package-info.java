/** Live Java against the running session, through jshell's API. */
package dev.parley.console.jshell;
