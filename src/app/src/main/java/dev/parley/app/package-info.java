/** The program: reads its options, puts the parts together, and ends them in order. */
package dev.parley.app;
