/** What could stand at the cursor of a line, and the popup that offers it: the same for the message input and the console. */
package dev.parley.desktop.completion;
