/** Commands for talking. */
package dev.parley.console.chat;
