package org.ninelives.api.system;

/**
 * A change the kernel refused.
 *
 * @param change what was asked
 * @param cause why not
 */
public record RuleFailure(RuleChange change, SystemException cause) {}
