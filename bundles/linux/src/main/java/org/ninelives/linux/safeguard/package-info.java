/**
 * Nothing is stranded: whatever the daemon changes on the machine is also written down, with what
 * would undo it, for a companion process that outlives a kill or a hang of the daemon.
 *
 * <pre>
 *   adapters --put, drop--> Safeguard --pipe--> companion --netlink, /proc/sys--> kernel
 *                               |                  (at the end of the pipe, or after a silence)
 *                         CompanionProcess: starts it, and again when it ended
 * </pre>
 */
package org.ninelives.linux.safeguard;
