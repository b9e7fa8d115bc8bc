package org.ninelives.config.grammar;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * How one line of an entry block, such as {@code virtual_ipaddress}, becomes a value.
 *
 * @param <T> the value; immutable
 */
@ConsumerType
public interface EntryType<T> extends ArgumentType<T> {

    /**
     * The words an entry may hold, for listings only; its {@link BlockGrammar#name} is such as
     * {@code ADDR-ENTRY}, or empty.
     */
    BlockGrammar grammar();
}
