package org.ninelives.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Beans that answer what they are told to, and something of the right type otherwise. */
public class FakeBeans {

    private final Map<String, Object> beans = new LinkedHashMap<>();

    /** Those of a type. */
    public <B> List<B> all(Class<B> type) {
        return beans.values().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Looks at those of a type, with their names. */
    public <B> void forEach(Class<B> type, BiConsumer<String, B> visitor) {
        Map.copyOf(beans)
                .forEach(
                        (name, bean) -> {
                            if (type.isInstance(bean)) {
                                visitor.accept(name, type.cast(bean));
                            }
                        });
    }

    /** A bean more, with what some of its methods answer. */
    public <B> void with(Class<B> type, Map<String, Object> answers) {
        with(type.getSimpleName() + " " + beans.size(), type, answers);
    }

    /** The same with its name; it takes the place of one that has it. */
    public <B> void with(String name, Class<B> type, Map<String, Object> answers) {
        beans.put(
                name,
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
    }

    /** A bean goes. */
    public void without(String name) {
        beans.remove(name);
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
