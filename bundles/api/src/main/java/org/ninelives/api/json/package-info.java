/** JSON, for whoever writes it. */
@Export
@Version("0.1.0")
package org.ninelives.api.json;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
