/**
 * The users of the daemon, for services that let people in by a way of their own. Who may do what,
 * and what is written down of it, is the same for each way.
 */
@Export
@Version("0.1.0")
package org.ninelives.api.access;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
