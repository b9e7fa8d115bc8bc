/**
 * The tree of a configuration: statements with their positions, and the problems found in them.
 *
 * <p>The tree knows no keyword. Braces are lexical, so a file with a block that nobody knows still
 * parses; what the words mean is told by {@link org.ninelives.config.grammar}.
 */
@Export
@Version("0.1.0")
package org.ninelives.config;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
