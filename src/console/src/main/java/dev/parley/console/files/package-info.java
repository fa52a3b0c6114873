/** Files that several processes share. */
package dev.parley.console.files;
