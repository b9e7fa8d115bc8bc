/**
 * The virtual router as a pure machine: inputs and the time go in, ordered effects come out.
 *
 * <pre>
 *   packets ─ wire.AdvertValidator ─┐                     ┌─ SendAdvert, SendResignation ─ wire.AdvertEncoder
 *   clock ─── Tick ─────────────────┼─▶ VirtualRouter ────┼─ OwnAddresses, DisownAddresses, Announce
 *   engine ── Start, Stop, … ───────┘   deadlineNanos()   └─ StateChanged, Remark
 * </pre>
 */
package org.ninelives.vrrp.core;
