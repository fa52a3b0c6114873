/** Programs that measure Parley, most of them against bare JGroups in the same run. */
package dev.parley.benchmarks;
