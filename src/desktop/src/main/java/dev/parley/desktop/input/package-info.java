/** Where people type what they say: the message input with its drafts, its recall and its completion. */
package dev.parley.desktop.input;
