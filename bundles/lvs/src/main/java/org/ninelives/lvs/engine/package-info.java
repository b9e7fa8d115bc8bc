/**
 * Runs the virtual servers of {@link org.ninelives.lvs.core} on a loop, and keeps the table of the
 * kernel as they want it.
 *
 * <pre>
 *   checks ─ Inbox ─┐
 *   VRRP, links ────┼─▶ LvsEngine ─▶ core.VirtualServer ─▶ WantedTable ─▶ KernelTable ─▶ Ipvs
 *   operators ──────┘        └─ log, events, trackers, once the kernel has the table
 * </pre>
 */
package org.ninelives.lvs.engine;
