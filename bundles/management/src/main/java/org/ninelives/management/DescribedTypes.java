package org.ninelives.management;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.management.openmbean.ArrayType;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.TabularType;
import org.ninelives.api.management.Description;

/**
 * Open types whose items tell what the {@link Description}s of the record's components say, where
 * the platform repeats their names.
 */
final class DescribedTypes {

    private DescribedTypes() {}

    /**
     * The same type with descriptions.
     *
     * @param java what the platform has made the open type of
     */
    static OpenType<?> describe(OpenType<?> open, Type java) {
        try {
            return switch (open) {
                case CompositeType composite
                        when java instanceof Class<?> type && type.isRecord() ->
                        composite(composite, type);
                case TabularType table
                        when java instanceof ParameterizedType map
                                && map.getActualTypeArguments().length == 2 ->
                        table(table, map.getActualTypeArguments()[1]);
                case ArrayType<?> array -> array(array, java);
                default -> open;
            };
        } catch (OpenDataException e) {
            throw new IllegalStateException("a type of the platform is not valid", e);
        }
    }

    private static CompositeType composite(CompositeType open, Class<?> type)
            throws OpenDataException {
        var components =
                Arrays.stream(type.getRecordComponents())
                        .collect(Collectors.toMap(RecordComponent::getName, Function.identity()));
        String[] names = open.keySet().toArray(String[]::new);
        String[] descriptions = new String[names.length];
        OpenType<?>[] types = new OpenType<?>[names.length];
        for (int i = 0; i < names.length; i++) {
            RecordComponent component = components.get(names[i]);
            Description description = component.getAnnotation(Description.class);
            descriptions[i] =
                    description == null ? open.getDescription(names[i]) : description.value();
            types[i] = describe(open.getType(names[i]), component.getGenericType());
        }
        return new CompositeType(
                open.getTypeName(), open.getDescription(), names, descriptions, types);
    }

    /** A table of the platform has a row of key and value for each entry of the map. */
    private static TabularType table(TabularType open, Type value) throws OpenDataException {
        CompositeType row = open.getRowType();
        String[] names = row.keySet().toArray(String[]::new);
        String[] descriptions = new String[names.length];
        OpenType<?>[] types = new OpenType<?>[names.length];
        for (int i = 0; i < names.length; i++) {
            descriptions[i] = row.getDescription(names[i]);
            types[i] =
                    names[i].equals("value")
                            ? describe(row.getType(names[i]), value)
                            : row.getType(names[i]);
        }
        return new TabularType(
                open.getTypeName(),
                open.getDescription(),
                new CompositeType(
                        row.getTypeName(), row.getDescription(), names, descriptions, types),
                open.getIndexNames().toArray(String[]::new));
    }

    private static OpenType<?> array(ArrayType<?> open, Type java) throws OpenDataException {
        if (open.isPrimitiveArray() || !(element(java) instanceof Class<?> element)) {
            return open;
        }
        return new ArrayType<>(open.getDimension(), describe(open.getElementOpenType(), element));
    }

    private static Type element(Type java) {
        return switch (java) {
            case ParameterizedType list -> list.getActualTypeArguments()[0];
            case Class<?> array when array.isArray() -> array.getComponentType();
            default -> java;
        };
    }
}
