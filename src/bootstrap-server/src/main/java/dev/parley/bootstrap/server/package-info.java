/**
 * The bootstrap data service: its rules, its stores and its HTTP server. A {@link dev.parley.bootstrap.server.BootstrapServer}
 * hands requests to a {@link dev.parley.bootstrap.server.BootstrapHandler}, which applies the
 * {@link dev.parley.bootstrap.server.PeerRules} through a {@link dev.parley.bootstrap.server.PeerStore}.
 */
package dev.parley.bootstrap.server;
