package org.ninelives.linux.connection;

/**
 * What the sockets of one network namespace share.
 *
 * @param opener opens them
 * @param readiness tells those who wait for them
 * @param memory for calls of the kernel
 */
record Network(SocketOpener opener, Readiness readiness, MemoryPool memory) {}
