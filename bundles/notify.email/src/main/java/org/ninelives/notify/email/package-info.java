/**
 * Mail that tells people of changes of state.
 *
 * <pre>
 *   event ─▶ core.Alerts ─▶ Mail ─▶ core.Outbox ─ Send ─▶ smtp ─▶ server
 *                                     ▲  digest, queue, retries │
 *                                     └────── Outcome ──────────┘
 * </pre>
 *
 * {@code internal} runs the two machines of {@code core} on one thread and each delivery on
 * another.
 */
package org.ninelives.notify.email;
