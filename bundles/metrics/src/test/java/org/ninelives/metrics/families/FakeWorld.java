package org.ninelives.metrics.families;

import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Beans that answer what they are told to, and something of the right type otherwise. */
public final class FakeWorld implements World {

    private final List<Object> beans = new ArrayList<>();

    @Override
    public <B> List<B> all(Class<B> type) {
        return beans.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** A bean more, with what some of its methods answer. */
    public <B> FakeWorld with(Class<B> type, Map<String, Object> answers) {
        beans.add(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) -> {
                            Object answer = answers.get(method.getName());
                            if (answer instanceof RuntimeException failure) {
                                throw failure;
                            }
                            return answer == null
                                    ? sample(method.getReturnType(), method.getName())
                                    : answer;
                        }));
        return this;
    }

    /**
     * A record with these components, and something of the right type for the others: 1, true, the
     * name of the component, nothing.
     */
    public static <R extends Record> R sample(Class<R> type, Map<String, Object> components) {
        RecordComponent[] all = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values =
                Arrays.stream(all)
                        .map(
                                each ->
                                        components.getOrDefault(
                                                each.getName(),
                                                sample(each.getType(), each.getName())))
                        .toArray();
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName(), e);
        }
    }

    private static Object sample(Class<?> type, String name) {
        if (type.isRecord()) {
            return sample(type.asSubclass(Record.class), Map.of());
        }
        return switch (type.getName()) {
            case "int" -> 1;
            case "long" -> 1L;
            case "double" -> 1.0;
            case "boolean" -> true;
            case "java.lang.String" -> name;
            case "java.util.List" -> List.of();
            case "java.util.Map" -> Map.of();
            default -> null;
        };
    }
}
