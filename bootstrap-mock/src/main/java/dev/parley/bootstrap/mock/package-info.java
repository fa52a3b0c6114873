/** The development backend: the real bootstrap data service as a program of its own, on this machine. */
package dev.parley.bootstrap.mock;
