/** Names and numbers of the network as values: parsed once at the edge, trusted inside. */
@Export
@Version("0.1.0")
package org.ninelives.api.net;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
