/**
 * Runs the sessions of {@link org.ninelives.bfd.core} on a loop.
 *
 * <pre>
 *   3784, 4784 ─ Ear ─▶ BfdEngine ─ Directory ─▶ RunningSession ─▶ core.Session
 *                           │                         │  └─ a socket of its own to send
 *                        Agenda ◀── next deadline ────┘
 * </pre>
 */
package org.ninelives.bfd.engine;
