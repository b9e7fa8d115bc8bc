/**
 * Lets clients elsewhere reach the beans, and says how far they may go.
 *
 * <pre>
 *   client ── GuardedServerSocket ── RMI ── LoginCheck ── RoleGuard ── MBean server
 *             limits, TLS, address    │     password,     what a role
 *                                     │     certificate   may ask for
 *                               ObjectFilters
 *                          what may be deserialized
 *
 *   other services ── KnownUsers ── Logins ── RoleGuard ── MBean server
 * </pre>
 */
package org.ninelives.management.access;
