/**
 * Other hosts made of plain objects, and what tests of checkers need around them.
 *
 * <pre>
 *   FakeNetworks        hosts, and who serves which port
 *     └ Server          talks on each connection, in a thread of its own, through a Conversation
 *   SocketServer        the same servers on sockets of this machine, over TLS too
 *   Misbehaviour        servers that do what no server should
 *   TlsIdentity         keys and certificates, expired ones too
 *   TestProbe           what a check may use while it looks, over fake or real connections
 *   CheckText           the block of a checker in a string, read as the daemon would
 * </pre>
 */
package org.ninelives.testkit.network;
