/** How the session stands: the bar at the foot of the window, and the bar above the chat that says what needs attention. */
package dev.parley.desktop.status;
