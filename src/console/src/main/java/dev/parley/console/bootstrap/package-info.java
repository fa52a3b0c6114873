/** Commands for the bootstrap data service. */
package dev.parley.console.bootstrap;
