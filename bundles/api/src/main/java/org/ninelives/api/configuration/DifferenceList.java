package org.ninelives.api.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * What is different between two versions of one thing, in words such as {@code priority 100 ->
 * 150}.
 */
public final class DifferenceList<T> {

    private final T now;
    private final T next;
    private final List<String> list = new ArrayList<>();

    public DifferenceList(T now, T next) {
        this.now = now;
        this.next = next;
    }

    /** Compares one attribute and tells both values. */
    public DifferenceList<T> of(String what, Function<T, Object> attribute) {
        Object before = attribute.apply(now);
        Object after = attribute.apply(next);
        if (!before.equals(after)) {
            list.add(what + " " + text(before) + " -> " + text(after));
        }
        return this;
    }

    /** Compares one attribute that shows nothing of itself. */
    public DifferenceList<T> hidden(String what, Function<T, Object> attribute) {
        if (!attribute.apply(now).equals(attribute.apply(next))) {
            list.add(what);
        }
        return this;
    }

    public List<String> list() {
        return List.copyOf(list);
    }

    /**
     * The change of one thing that is always there; none if there is no difference.
     *
     * @param object as in {@link PlannedChange#object}
     */
    public List<PlannedChange> change(String object) {
        return list.isEmpty()
                ? List.of()
                : List.of(new PlannedChange(PlannedChange.Kind.CHANGE, object, toString()));
    }

    /** All of them in one line. */
    @Override
    public String toString() {
        return String.join(", ", list);
    }

    private static String text(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.map(DifferenceList::text).orElse("-");
            case OptionalInt number ->
                    number.isPresent() ? Integer.toString(number.getAsInt()) : "-";
            default -> value.toString();
        };
    }
}
