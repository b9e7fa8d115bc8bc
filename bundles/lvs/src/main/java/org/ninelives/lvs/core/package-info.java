/**
 * Virtual servers as state machines, and the table of the kernel that follows from them. Pure.
 *
 * <pre>
 *   Input ──▶ VirtualServer ──▶ Effect: lines of the log, events
 *               │  RealServer, Readiness, Departures
 *               └── table() ──▶ TableDiff ──▶ changes of the kernel
 * </pre>
 */
package org.ninelives.lvs.core;
