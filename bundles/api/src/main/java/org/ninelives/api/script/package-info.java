/** Programs that the configuration names, and who runs them. */
@Export
@Version("0.1.0")
package org.ninelives.api.script;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
