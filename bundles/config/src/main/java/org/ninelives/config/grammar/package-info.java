/**
 * Grammar as data: which keywords a block has, what each takes, and what it means.
 *
 * <p>The same {@link org.ninelives.config.grammar.BlockGrammar} reads a block into {@link
 * org.ninelives.config.grammar.Values}, words the errors and suggestions, and lists the keywords
 * for the reference manual.
 */
@Export
@Version("0.1.0")
package org.ninelives.config.grammar;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
