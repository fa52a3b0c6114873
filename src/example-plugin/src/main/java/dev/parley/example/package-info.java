/** An example of a plugin. */
package dev.parley.example;
