/** The window: a session and a console as people see and use them with mouse and keyboard. */
package dev.parley.desktop;
