package org.ninelives.config.grammar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ninelives.config.Position;

/** What stands in one block, by keyword. Immutable once read. */
public final class Values {

    private final Position position;
    private final Map<Keyword<?>, Located<Object>> values = new LinkedHashMap<>();

    Values(Position position) {
        this.position = position;
    }

    /** A block that was not written. */
    static Values empty(String keyword) {
        return new Values(new Position(keyword, 0));
    }

    /** The value of a keyword, or what holds when it is absent. */
    @SuppressWarnings("unchecked") // put() only takes what the keyword's own type has read
    public <T> T get(Keyword<T> keyword) {
        Located<Object> located = values.get(keyword);
        return located == null ? keyword.absent() : (T) located.value();
    }

    public boolean isSet(Keyword<?> keyword) {
        return values.containsKey(keyword);
    }

    /** The line of a keyword, or of its block where it is absent. */
    public Position position(Keyword<?> keyword) {
        Located<Object> located = values.get(keyword);
        return located == null ? position : located.position();
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
