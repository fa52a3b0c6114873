/** The lab: peers on this machine, as processes, to experiment with alone. */
package dev.parley.console.lab;
