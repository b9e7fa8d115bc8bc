package org.ninelives.ctl.command;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.management.InstanceNotFoundException;

/** Objects may go between the moment they are listed and that they are asked. */
final class Gone {

    private Gone() {}

    /** The answer of a bean, or nothing if there is no such bean any more. */
    static <T> Optional<T> unless(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (UndeclaredThrowableException e) {
            if (e.getCause() instanceof InstanceNotFoundException) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
