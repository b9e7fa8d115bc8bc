/**
 * Running scripts, at most so many at once, and ending those that take too long.
 *
 * <pre>
 * start, kill ─▶ Runner (one thread: every run's state) ─▶ worker: check, launch, wait
 *                   │ timeouts                                  │ started, ended
 *                   ├─▶ process group: TERM, KILL   ◀───────────┘
 *                   └─▶ Guard (a shell that outlives a killed daemon)
 * </pre>
 */
package org.ninelives.script.run;
