/**
 * What services have to say in the files that signals ask for.
 *
 * <p>A service publishes a {@link org.ninelives.api.dump.DumpSource}; the dump bundle collects all
 * of them and writes the files.
 */
@Export
@Version("0.1.0")
package org.ninelives.api.dump;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
