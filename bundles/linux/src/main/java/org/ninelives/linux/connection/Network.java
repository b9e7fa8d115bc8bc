package org.ninelives.linux.connection;

/**
 * What the sockets of one network namespace share.
 *
 * @param opener opens them
 * @param readiness tells those who wait for them
 * @param memory for calls of the kernel
 * @param places limits how many there are, in all namespaces together
 */
record Network(SocketOpener opener, Readiness readiness, MemoryPool memory, SocketPlaces places) {}
