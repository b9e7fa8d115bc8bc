package org.ninelives.api.check;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears how checks stand. Shall return at once. */
@ConsumerType
@FunctionalInterface
public interface CheckListener {

    /** A check stands differently now. Any thread; of one check, one after the other. */
    void told(CheckKey key, CheckStanding standing);
}
