/** The load balancer of the kernel, IPVS: what it can be told and what it tells. */
@Export
@Version("0.1.0")
package org.ninelives.api.ipvs;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
