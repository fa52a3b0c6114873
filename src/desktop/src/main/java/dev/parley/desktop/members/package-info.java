/** Who is in the room: the list beside the chat, and how quickly the members answer. */
package dev.parley.desktop.members;
