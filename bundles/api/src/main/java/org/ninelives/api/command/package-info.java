/** What the daemon can be asked to do once, on the command line, instead of running. */
@Export
@Version("0.1.0")
package org.ninelives.api.command;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
