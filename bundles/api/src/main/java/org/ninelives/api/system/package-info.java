/**
 * Ports to the machine, in the words of those who call them.
 *
 * <p>A {@link org.ninelives.api.system.Loop} is one thread with the machine as that thread sees it,
 * a {@link org.ninelives.api.system.WatchLoop} one that changes nothing there: everything it
 * reports is reported on that thread, everything asked of it is asked from that thread, and what is
 * asked of different ports happens in the order of asking. Only {@link
 * org.ninelives.api.system.WatchLoop#post} and {@link org.ninelives.api.system.WatchLoop#close} may
 * be called by others.
 */
@Export
@Version("0.1.0")
package org.ninelives.api.system;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
