package org.ninelives.vrrp.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ninelives.api.system.SystemException;

/**
 * Where things of one kind are put on the machine and taken off it: addresses, routes, rules.
 *
 * @param <T> the things; equal ones are the same
 */
interface Store<T> {

    /** What the machine refused, and why. */
    record Refusal<T>(T thing, SystemException cause) {}

    /**
     * Puts things on, in this order, in few system calls. One that is there already is no error.
     */
    List<Refusal<T>> put(List<T> things);

    /** Takes things off, in this order, in few system calls. One that is not there is no error. */
    List<Refusal<T>> take(List<T> things);

    /** Which others may have gone along with things that were taken off. */
    default Optional<Predicate<T>> disturbedBy(List<T> taken) {
        return Optional.empty();
    }
}
