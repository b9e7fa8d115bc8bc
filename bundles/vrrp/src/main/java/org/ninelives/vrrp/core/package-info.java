/**
 * The virtual router as a pure machine: inputs and the time go in, ordered effects come out. A
 * {@link org.ninelives.vrrp.core.SyncGroup} ties several together; {@link
 * org.ninelives.vrrp.core.Tracking} makes priority and faults of what is tracked; {@link
 * org.ninelives.vrrp.core.SplitBrainWatch} and {@link org.ninelives.vrrp.core.Diagnosis} look on.
 *
 * <pre>
 *   packets ─ wire.AdvertValidator ─┐                     ┌─ SendAdvert, SendResignation ─ wire.AdvertEncoder
 *   clock ─── Tick ─────────────────┼─▶ VirtualRouter ────┼─ OwnAddresses, DisownAddresses, Announce
 *   engine ── Start, Stop, … ───────┘   deadlineNanos()   └─ StateChanged, Remark
 * </pre>
 */
package org.ninelives.vrrp.core;
