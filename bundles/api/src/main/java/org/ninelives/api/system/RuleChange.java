package org.ninelives.api.system;

/** One change to the rules of the machine. */
public sealed interface RuleChange {

    Rule rule();

    /** Adds a rule; the same one that is there already is left and counts as done. */
    record Add(Rule rule) implements RuleChange {}

    /** Takes a rule away; one that is not there counts as done. */
    record Remove(Rule rule) implements RuleChange {}
}
