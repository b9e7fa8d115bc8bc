/** Being in another network namespace than the rest of the daemon, network_namespaces(7). */
@Export
@Version("0.1.0")
package org.ninelives.linux.namespace;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
