/**
 * Starts looks when it is time, and tells what checks say.
 *
 * <pre>
 *   lvs ── follow ──▶ CheckService ──▶ Checks ──▶ Looks ── start ──▶ LookRun  (a thread for each)
 *    ▲                                   │          ▲                   │
 *    └──────────── told ─────────────────┘          └────── ended ──────┘
 * </pre>
 *
 * <p>All but the runs belongs to one thread; runs touch nothing of it.
 */
package org.ninelives.check.engine;
