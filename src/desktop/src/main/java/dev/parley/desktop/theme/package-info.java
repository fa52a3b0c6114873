/** Colours, fonts and icons. */
package dev.parley.desktop.theme;
