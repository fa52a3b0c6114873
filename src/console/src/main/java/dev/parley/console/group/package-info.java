/** Commands for the steps into the group and out of it, one by one. */
package dev.parley.console.group;
