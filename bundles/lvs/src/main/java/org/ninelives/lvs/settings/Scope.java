package org.ninelives.lvs.settings;

import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Values;

/**
 * What one reading of virtual servers has at hand.
 *
 * @param root the whole configuration outside of blocks
 * @param problems where to report
 */
record Scope(
        RealServerGrammar grammar,
        GroupTable groups,
        Values root,
        Values globalDefs,
        Problems problems) {}
