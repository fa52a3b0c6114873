/** Commands for scripts: running files, waiting for what must be there first. */
package dev.parley.console.script;
