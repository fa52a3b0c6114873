/** Looks for what keeps peers apart, and says how to mend it. */
package dev.parley.console.doctor;
