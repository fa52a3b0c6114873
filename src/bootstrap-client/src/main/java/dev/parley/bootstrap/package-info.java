/**
 * The bootstrap data service as its clients see it: the list of long-lived peers that a newcomer contacts first. The data types
 * and their two forms on the wire are shared with the server.
 */
package dev.parley.bootstrap;
