/**
 * How a bundle takes part in the configuration: it owns keywords, prepares what they ask for, and
 * applies it.
 */
@Export
@Version("0.1.0")
package org.ninelives.api.configuration;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
