package org.ninelives.snmp.core;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ninelives.snmp.wire.Oid;
import org.ninelives.snmp.wire.SearchRange;
import org.ninelives.snmp.wire.Value;
import org.ninelives.snmp.wire.VarBind;

/** Variables with their values at one moment, in the order of their names. Immutable. */
public final class Variables {

    /** None. */
    public static final Variables NONE = new Builder().build();

    private final NavigableMap<Oid, Value> values;
    private final NavigableSet<Oid> objects;
    private final Map<Oid, Setter> setters;

    private Variables(Builder builder) {
        values = Collections.unmodifiableNavigableMap(new TreeMap<>(builder.values));
        objects = Collections.unmodifiableNavigableSet(new TreeSet<>(builder.objects));
        setters = Map.copyOf(builder.setters);
    }

    /** The value of a variable; if there is none, nothing with the reason. */
    public Value get(Oid name) {
        Value value = values.get(name);
        if (value != null) {
            return value;
        }
        Oid object = objects.floor(name);
        boolean known = object != null && name.isWithin(object);
        return Value.nothing(known ? Value.Reason.NO_SUCH_INSTANCE : Value.Reason.NO_SUCH_OBJECT);
    }

    /** The first variable in a range. */
    public Optional<VarBind> first(SearchRange range) {
        Map.Entry<Oid, Value> found =
                range.include()
                        ? values.ceilingEntry(range.start())
                        : values.higherEntry(range.start());
        boolean within =
                found != null
                        && (range.end().isNone() || found.getKey().compareTo(range.end()) < 0);
        return within
                ? Optional.of(new VarBind(found.getKey(), found.getValue()))
                : Optional.empty();
    }

    /** What sets a variable; nothing for one that cannot be set. */
    public Optional<Setter> setter(Oid name) {
        return Optional.ofNullable(setters.get(name));
    }

    /** How many there are. */
    public int size() {
        return values.size();
    }

    /** Collects variables. For one thread. */
    public static final class Builder {

        private final Map<Oid, Value> values = new TreeMap<>();
        private final NavigableSet<Oid> objects = new TreeSet<>();
        private final Map<Oid, Setter> setters = new TreeMap<>();

        /**
         * An object that there is, whether it has instances now or not; its name is not within that
         * of another.
         */
        public void object(Oid name) {
            objects.add(name);
        }

        /** The value of an object that is there once. */
        public void scalar(Oid name, Value value) {
            object(name);
            values.put(name.plus(0), value);
        }

        /** The value of an instance. */
        public void put(Oid name, Value value) {
            values.put(name, value);
        }

        /** What sets a variable. */
        public void settable(Oid name, Setter setter) {
            setters.put(name, setter);
        }

        /** All of them so far. */
        public Variables build() {
            return new Variables(this);
        }
    }
}
