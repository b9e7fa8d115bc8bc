/**
 * Watches files on a thread of its own, which runs while somebody follows them.
 *
 * <pre>
 *   section, followers ──post──▶ loop ──changed──▶ read ──number──▶ TrackerBoard
 *                                                                    │
 *                                                  followers, events, beans
 * </pre>
 */
package org.ninelives.track.file.engine;
