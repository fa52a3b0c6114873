/**
 * Production backends of the bootstrap data service: on a PostgreSQL database, with any number of instances behind a load
 * balancer, and on Firestore as a function. The rules and the HTTP server are those of {@code bootstrap-server}.
 */
package dev.parley.bootstrap.cloud;
