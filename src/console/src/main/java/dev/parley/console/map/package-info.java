/** Commands for what all members share. */
package dev.parley.console.map;
