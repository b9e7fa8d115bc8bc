package org.ninelives.config.grammar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ninelives.config.Position;

/** What stands in one block, by keyword. Immutable once read. */
public final class Values {

    private final Position position;
    private final Map<Keyword<?>, Located<Object>> values;

    /** How many lines further down the block stands now than where its values were read. */
    private final int moved;

    Values(Position position) {
        this(position, new LinkedHashMap<>(), 0);
    }

    private Values(Position position, Map<Keyword<?>, Located<Object>> values, int moved) {
        this.position = position;
        this.values = values;
        this.moved = moved;
    }

    /** A block that was not written. */
    static Values empty(String keyword) {
        return new Values(new Position(keyword, 0));
    }

    /** The same where they stand after so many lines more; shares what is in them. */
    Values movedBy(int lines) {
        return new Values(position.movedBy(lines), values, moved + lines);
    }

    /** Whether both were read as the same, whatever lines they stand on now. */
    public boolean isCopyOf(Values other) {
        return values.equals(other.values);
    }

    /**
     * Whether both say the same, whether read once or twice, and whatever lines they stand on.
     * Quick where one is a copy of the other.
     */
    public boolean saysTheSameAs(Values other) {
        return saysTheSameAs(other, Set.of());
    }

    /** As {@link #saysTheSameAs(Values)}, but for what these keywords of the block itself say. */
    public boolean saysTheSameAs(Values other, Set<Keyword<?>> except) {
        if (isCopyOf(other)) {
            return true;
        }
        Set<Keyword<?>> keywords = new HashSet<>(values.keySet());
        keywords.addAll(other.values.keySet());
        keywords.removeAll(except);
        return keywords.stream()
                .allMatch(keyword -> isSame(values.get(keyword), other.values.get(keyword)));
    }

    private static boolean isSame(Object one, Object other) {
        return switch (one) {
            case null -> other == null;
            case Located<?>(Object value, Position where) ->
                    other instanceof Located<?> that && isSame(value, that.value());
            case Block<?>(Object header, Values inner) ->
                    other instanceof Block<?> that
                            && header.equals(that.header())
                            && inner.saysTheSameAs(that.values());
            case Values inner -> other instanceof Values that && inner.saysTheSameAs(that);
            case List<?> list -> other instanceof List<?> that && areSame(list, that);
            default -> one.equals(other);
        };
    }

    private static boolean areSame(List<?> one, List<?> other) {
        if (one.size() != other.size()) {
            return false;
        }
        Iterator<?> others = other.iterator();
        return one.stream().allMatch(each -> isSame(each, others.next()));
    }

    /** The value of a keyword, or what holds when it is absent. */
    @SuppressWarnings("unchecked") // put() only takes what the keyword's own type has read
    public <T> T get(Keyword<T> keyword) {
        Located<Object> located = values.get(keyword);
        if (located == null) {
            return keyword.absent();
        }
        return (T) (moved == 0 ? located.value() : moved(located.value()));
    }

    public boolean isSet(Keyword<?> keyword) {
        return values.containsKey(keyword);
    }

    /** The line of a keyword, or of its block where it is absent. */
    public Position position(Keyword<?> keyword) {
        Located<Object> located = values.get(keyword);
        return located == null ? position : located.position().movedBy(moved);
    }

    /** A value with the places that are in it. */
    private Object moved(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(this::moved).toList();
            case Located<?> located -> located.movedBy(moved);
            case Block<?> block -> block.movedBy(moved);
            case Values inner -> inner.movedBy(moved);
            default -> value;
        };
    }

    /** The line on which the block begins. */
    public Position position() {
        return position;
    }

    void put(Keyword<?> keyword, Object value, Position where) {
        values.put(keyword, new Located<>(value, where));
    }

    void startList(Keyword<?> keyword, Position where) {
        values.computeIfAbsent(keyword, k -> new Located<>(new ArrayList<>(), where));
    }

    @SuppressWarnings("unchecked") // startList() made it
    void append(Keyword<?> keyword, Object element, Position where) {
        startList(keyword, where);
        ((List<Object>) values.get(keyword).value()).add(element);
    }

    Values nested(Keyword<?> keyword, Position where) {
        return (Values)
                values.computeIfAbsent(keyword, k -> new Located<>(new Values(where), where))
                        .value();
    }
}
