package org.ninelives.api.management;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One moment at which a client reads several attributes of a bean. Whatever is a {@link
 * SharedAnswer} stays the same in it, so that attributes that are read together agree.
 */
public final class Moment {

    private static final ThreadLocal<Map<Object, Object>> CURRENT = new ThreadLocal<>();

    private Moment() {}

    /** Reads something at one moment, on the current thread. */
    public static <T> T at(Supplier<T> reading) {
        if (CURRENT.get() != null) {
            return reading.get();
        }
        CURRENT.set(new IdentityHashMap<>());
        try {
            return reading.get();
        } finally {
            CURRENT.remove();
        }
    }

    @SuppressWarnings("unchecked") // each question has put its own answer there
    static <T> T answer(SharedAnswer<T> question, Supplier<T> answer) {
        Map<Object, Object> answers = CURRENT.get();
        if (answers == null) {
            return answer.get();
        }
        return (T) answers.computeIfAbsent(question, any -> answer.get());
    }
}
