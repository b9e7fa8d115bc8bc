package org.ninelives.snmp.mib;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ninelives.snmp.core.Setter;
import org.ninelives.snmp.core.Variables;
import org.ninelives.snmp.wire.Oid;
import org.ninelives.snmp.wire.Value;

/**
 * A table of a MIB: its columns, and how each is read off what a row stands for. Built once.
 *
 * @param <R> what a row stands for
 */
final class Table<R> {

    private final Oid entry;
    private final List<Column<R>> columns = new ArrayList<>();

    private record Column<R>(
            int number, Function<R, Optional<Value>> value, Function<R, Optional<Setter>> setter) {}

    /**
     * One row.
     *
     * @param index what stands behind the numbers of columns
     */
    record Row<R>(Oid index, R content) {}

    Table(Oid entry) {
        this.entry = entry;
    }

    /** A column that each row has. */
    Table<R> column(int number, Function<R, Value> value) {
        return maybe(number, value.andThen(Optional::of));
    }

    /** A column that rows may be without. */
    Table<R> maybe(int number, Function<R, Optional<Value>> value) {
        return maybeSettable(number, value, row -> Optional.empty());
    }

    /** A column that can be set. */
    Table<R> settable(int number, Function<R, Value> value, Function<R, Setter> setter) {
        return maybeSettable(number, value.andThen(Optional::of), setter.andThen(Optional::of));
    }

    /** A column that rows may be without, and that can be set where there is a setter. */
    Table<R> maybeSettable(
            int number, Function<R, Optional<Value>> value, Function<R, Optional<Setter>> setter) {
        columns.add(new Column<>(number, value, setter));
        return this;
    }

    /** Adds these rows. */
    void write(Variables.Builder variables, List<Row<R>> rows) {
        for (Column<R> column : columns) {
            Oid object = entry.plus(column.number());
            variables.object(object);
            for (Row<R> row : rows) {
                Oid name = object.plus(row.index());
                column.value()
                        .apply(row.content())
                        .ifPresent(
                                value -> {
                                    variables.put(name, value);
                                    column.setter()
                                            .apply(row.content())
                                            .ifPresent(it -> variables.settable(name, it));
                                });
            }
        }
    }
}
