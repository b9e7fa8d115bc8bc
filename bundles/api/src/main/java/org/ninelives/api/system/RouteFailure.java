package org.ninelives.api.system;

/**
 * A change the kernel refused.
 *
 * @param change what was asked
 * @param cause why not; ENODEV when an interface it names is not there, so that it is worth trying
 *     again when one of that name appears
 */
public record RouteFailure(RouteChange change, SystemException cause) {}
