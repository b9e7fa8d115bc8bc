/**
 * Virtual routers on the system bus, with the names of keepalived: an object for each, and one for
 * the daemon.
 *
 * <pre>
 *   enable_dbus  →  DbusSection  →  Presence ── one thread that connects, and tells what happens
 *                                      │ a Line while there is a bus: one thread that reads
 *                                 Switchboard ── one thread that answers calls
 *                                      │ Gate: root only, written down
 *                                    Node ── beans and signals in the service registry
 * </pre>
 *
 * <p>The bus is spoken to without a library. The one there is for Java tells errors by names that
 * are not those of the bus, wants a module for logins, and writes stack traces when a bus ends.
 */
package org.ninelives.dbus;
