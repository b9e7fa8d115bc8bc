/** Things whose state decides about the priority of virtual routers, and who watches them. */
@Export
@Version("0.1.0")
package org.ninelives.api.track;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
