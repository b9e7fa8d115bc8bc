/**
 * Connections for threads that wait, as virtual ones may.
 *
 * <pre>
 *   LinuxNetworks
 *     └ LinuxConnections      one network namespace
 *         ├ Readiness         its epoll(7) and the one thread that waits there for all
 *         └ KernelSocket      tries, and if there is nothing yet parks its thread on its Waiter
 *             ├ LinuxConnection, LinuxDatagramConnection
 *             └ EchoExchange
 * </pre>
 */
package org.ninelives.linux.connection;
