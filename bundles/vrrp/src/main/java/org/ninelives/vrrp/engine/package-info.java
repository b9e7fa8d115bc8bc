/**
 * The engine: runs the pure core on one thread of the machine.
 *
 * <pre>
 *   configuration, beans ─▶ VrrpService ──a message to the loop──▶ VrrpEngine
 *                                                                     │ one for each
 *   packets ──▶ Channels ─▶ Reception ─┐                              ▼ virtual router
 *   links ────▶ LinkStates, Sources ───┼─▶ RunningInstance ──input─▶ core.VirtualRouter
 *   deadlines ▶ Agenda ────────────────┤         │       ◀─effects───────┘
 *   members ──▶ Groups ────────────────┘         │
 *                                                ├─▶ Place: interfaces, sockets, adverts
 *                                                ├─▶ Mastery: possessions, Announcer
 *   foreign ARP, ND ▶ Neighbours ────────────────┼─▶ Observation: split brain, explanations
 *                                                ├─▶ Fitness: priority, what hinders it
 *                                                └─▶ Reporter: Events for listeners, TurnLog
 *
 *   Mastery, Statics, VirtualPort ──Holdings──▶ Estate ─┬─▶ Book: addresses, routes, rules
 *      holders       ◀──held, refused, lost──           └─▶ Filter: the packet filter
 * </pre>
 *
 * <p>In a turn of the loop adverts leave first; at its end the books change the machine by the
 * difference between what all holders want and what is there, a slice in each turn, and addresses
 * are announced when they are in place. What the machine refuses it is asked for again ({@code
 * Retry}). The {@code Rehearsal} lets the engine run once on a machine of nothing, so that the
 * first takeover meets no code for the first time.
 *
 * <p>Everything here belongs to the loop's thread unless it says otherwise.
 */
package org.ninelives.vrrp.engine;
