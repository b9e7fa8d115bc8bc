/**
 * Starts the daemon: reads the command line, brings the container up with every bundle, and takes
 * it down in order.
 *
 * <pre>
 * bin/ninelived -> Main -> Daemon -> Container (Felix) -> bundles
 *                   |        `-> Exit, Signals, Logging
 *                   `-> Detached (without -n): the same again in the background
 * </pre>
 */
package org.ninelives.launcher;
