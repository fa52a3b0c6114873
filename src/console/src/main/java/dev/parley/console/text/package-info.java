/** How the console's text looks, in every face the same. */
package dev.parley.console.text;
