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

    /** Takes words and makes a value of them. */
    @FunctionalInterface
    interface Reader<T> {

        /** As {@link ArgumentType#parse}. */
        T read(Arguments arguments) throws InvalidArgumentException;
    }

    /** One whose words are read so, and told so in manuals and completion. */
    static <T> ArgumentType<T> of(String allowed, Reader<T> reader) {
        return new ArgumentType<>() {
            @Override
            public T parse(Arguments arguments) throws InvalidArgumentException {
                return reader.read(arguments);
            }

            @Override
            public String allowed() {
                return allowed;
            }
        };
    }

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
        return of(
                allowed(),
                arguments -> {
                    T value = parse(arguments);
                    try {
                        return step.apply(value);
                    } catch (IllegalArgumentException e) {
                        throw new InvalidArgumentException(e.getMessage());
                    }
                });
    }
}
