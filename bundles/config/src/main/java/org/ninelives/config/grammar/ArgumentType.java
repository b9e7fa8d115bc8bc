package org.ninelives.config.grammar;

import java.util.function.Function;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * How the words after a keyword become a value.
 *
 * @param <T> the value; immutable
 */
@ConsumerType
public interface ArgumentType<T> {

    /**
     * Takes the words it needs from {@code arguments}; words left over are reported by the reader.
     *
     * @throws InvalidArgumentException if they mean nothing here; its message says what is wrong
     *     and what is allowed
     */
    T parse(Arguments arguments) throws InvalidArgumentException;

    /**
     * What may be written, for manuals and completion: {@code 1..255}, {@code MASTER|BACKUP},
     * {@code IP[/PREFIX]}.
     */
    String allowed();

    /**
     * The same words read further into another value; {@code step} may throw {@link
     * IllegalArgumentException} with a reason.
     */
    default <R> ArgumentType<R> map(Function<? super T, ? extends R> step) {
        ArgumentType<T> outer = this;
        return new ArgumentType<>() {
            @Override
            public R parse(Arguments arguments) throws InvalidArgumentException {
                T value = outer.parse(arguments);
                try {
                    return step.apply(value);
                } catch (IllegalArgumentException e) {
                    throw new InvalidArgumentException(e.getMessage());
                }
            }

            @Override
            public String allowed() {
                return outer.allowed();
            }
        };
    }
}
