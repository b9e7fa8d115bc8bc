/**
 * A BFD session (RFC 5880) as a pure machine: inputs and the time go in, ordered effects come out.
 *
 * <pre>
 *   packets ─ wire.ControlPacketCodec ─┐                ┌─ SendPacket ─ wire.ControlPacketCodec
 *   clock ─── Tick ────────────────────┼─▶ Session ─────┼─ StateChanged
 *   engine ── Start, Disable, … ───────┘ deadlineNanos()└─ Expired, DetectionTimeChanged, PollStarted
 * </pre>
 */
package org.ninelives.bfd.core;
