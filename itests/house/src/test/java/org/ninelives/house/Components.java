package org.ninelives.house;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Asks the Service Component Runtime of a container, whose classes are not those of the tests:
 * hence by reflection.
 */
final class Components {

    private static final int SATISFIED = 4; // ComponentConfigurationDTO.SATISFIED; ACTIVE is 8

    private Components() {}

    static List<String> unsatisfied(Object runtime) throws ReflectiveOperationException {
        List<String> unsatisfied = new ArrayList<>();
        int components = 0;
        for (Object description : all(runtime, "getComponentDescriptionDTOs")) {
            for (Object configuration :
                    all(runtime, "getComponentConfigurationDTOs", description)) {
                components++;
                int state = configuration.getClass().getField("state").getInt(configuration);
                if (state < SATISFIED) {
                    unsatisfied.add(name(description) + missing(configuration));
                }
            }
        }
        if (components == 0) {
            unsatisfied.add("no component at all");
        }
        return unsatisfied;
    }

    private static Collection<?> all(Object runtime, String method, Object... arguments)
            throws ReflectiveOperationException {
        // The method with an array of bundles means all of them when the array is empty.
        for (Method candidate : runtime.getClass().getMethods()) {
            if (candidate.getName().equals(method)) {
                Object[] values =
                        arguments.length > 0
                                ? arguments
                                : new Object[] {
                                    Array.newInstance(org.osgi.framework.Bundle.class, 0)
                                };
                return (Collection<?>) candidate.invoke(runtime, values);
            }
        }
        throw new NoSuchMethodException(method);
    }

    private static Object name(Object description) throws ReflectiveOperationException {
        return description.getClass().getField("name").get(description);
    }

    private static String missing(Object configuration) throws ReflectiveOperationException {
        Object[] references =
                (Object[])
                        configuration
                                .getClass()
                                .getField("unsatisfiedReferences")
                                .get(configuration);
        List<String> names = new ArrayList<>();
        for (Object reference : Arrays.asList(references)) {
            names.add(String.valueOf(reference.getClass().getField("name").get(reference)));
        }
        return " lacks " + names;
    }
}
