/**
 * Watches processes on a thread of its own, which runs while somebody follows them.
 *
 * <pre>
 *   section, followers ──post──▶ loop ──events──▶ ProcessCount ──effects──▶ TrackerBoard
 *                                 │◀──list, look──────┘                       │
 *                               /proc                             followers, events, beans
 * </pre>
 */
package org.ninelives.track.process.engine;
