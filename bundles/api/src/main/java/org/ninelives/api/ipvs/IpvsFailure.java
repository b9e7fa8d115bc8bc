package org.ninelives.api.ipvs;

import org.ninelives.api.system.SystemException;

/**
 * A change the kernel refused.
 *
 * @param cause worded for the operator: what, the errno, what to do
 */
public record IpvsFailure(IpvsChange change, SystemException cause) {}
