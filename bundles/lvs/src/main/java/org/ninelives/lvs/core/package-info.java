/**
 * Virtual servers as state machines, and the table of the kernel that follows from them. Pure.
 *
 * <pre>
 *   Input ──▶ VirtualServer ──▶ Effect: lines of the log, events
 *               │  Members, RealServer, Departures, Readiness
 *               └── table() ──▶ TableDiff ──▶ changes of the kernel
 * </pre>
 */
package org.ninelives.lvs.core;
