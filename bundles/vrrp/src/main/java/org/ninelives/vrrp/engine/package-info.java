/**
 * The engine: runs the pure core on one thread of the machine.
 *
 * <pre>
 *   settings ──▶ VrrpEngine ──▶ RunningInstance ──▶ core.VirtualRouter
 *                  │   ▲              │ effects
 *   packets ──▶ Channels ──▶ validate ┘    ├──▶ AdvertSocket   adverts
 *   links   ──▶ LinkListener               ├──▶ Estate         one diff of all addresses
 *                                          ├──▶ Announcer      gratuitous ARP
 *                                          └──▶ log, notifications
 * </pre>
 *
 * <p>Everything here belongs to the loop's thread unless it says otherwise.
 */
package org.ninelives.vrrp.engine;
