/**
 * The console: lines typed by people, scripts and programs become commands, and commands become results. Faces only print
 * what they are given.
 */
package dev.parley.console;
