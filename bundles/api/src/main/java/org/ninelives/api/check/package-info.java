/** Health checks: what a checker is, what it may use, and who runs it. */
@Export
@Version("0.1.0")
package org.ninelives.api.check;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
