package org.ninelives.api.system;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears of rules that others took away, on the loop's thread. */
@ConsumerType
public interface RuleListener {

    /** A rule that this loop added, and did not remove, is not there any more. */
    void ruleLost(Rule rule);
}
