/** What the user has chosen and where the window was, kept from one run to the next. */
package dev.parley.desktop.settings;
