/**
 * The list of overrides at work: who holds them, the file that keeps them, the clock that ends
 * them.
 *
 * <pre>
 *   set, revert ──▶ Keeper ──▶ OverrideTarget.hold
 *   tick, reload ──▶  │  core.Ledger
 *                     └──▶ StateFile, the log, events
 * </pre>
 */
package org.ninelives.overrides.engine;
