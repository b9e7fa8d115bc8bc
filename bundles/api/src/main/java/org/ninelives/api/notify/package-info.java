/** What happens on this node that people and programs may want to hear of. */
@Export
@Version("0.1.0")
package org.ninelives.api.notify;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
