package org.ninelives.management.access;

import java.io.ObjectInputFilter;
import java.rmi.MarshalledObject;
import java.util.Set;
import java.util.function.Predicate;
import javax.management.BadAttributeValueExpException;
import javax.management.relation.MBeanServerNotificationFilter;
import javax.security.auth.Subject;

/**
 * What a client may send as objects: only what the operations of a JMX connection need. What is
 * refused is never made into an object.
 */
final class ObjectFilters {

    private static final int DEPTH_MAX = 20;
    private static final int REFERENCES_MAX = 20_000;

    /** The largest argument is the text of a configuration. */
    private static final int BYTES_MAX = 4 << 20;

    private static final int ARRAY_MAX = 10_000;

    /** User and password. */
    private static final int CREDENTIALS = 2;

    /** The collections in which filters, queries and attribute lists keep what they hold. */
    private static final Set<String> COLLECTIONS =
            Set.of(
                    "java.util.ArrayList",
                    "java.util.HashMap",
                    "java.util.HashSet",
                    "java.util.LinkedHashMap",
                    "java.util.TreeMap",
                    "java.util.Vector");

    private ObjectFilters() {}

    /** Before the login: a user and a password. */
    static ObjectInputFilter credentials() {
        return info ->
                check(
                        info,
                        info.arrayLength() <= CREDENTIALS && info.depth() <= CREDENTIALS,
                        type -> type == String.class);
    }

    /** After the login: names, attributes, arguments, filters and queries. */
    static ObjectInputFilter arguments() {
        return info -> {
            Class<?> array = info.serialClass();
            boolean bytes = array == byte[].class && info.arrayLength() <= BYTES_MAX;
            return check(info, bytes || info.arrayLength() <= ARRAY_MAX, ObjectFilters::isArgument);
        };
    }

    private static ObjectInputFilter.Status check(
            ObjectInputFilter.FilterInfo info, boolean fits, Predicate<Class<?>> known) {
        boolean allowed =
                fits
                        && info.depth() <= DEPTH_MAX
                        && info.references() <= REFERENCES_MAX
                        && info.streamBytes() <= BYTES_MAX
                        && (info.serialClass() == null || isKnown(info.serialClass(), known));
        return allowed ? ObjectInputFilter.Status.ALLOWED : ObjectInputFilter.Status.REJECTED;
    }

    private static boolean isKnown(Class<?> type, Predicate<Class<?>> known) {
        if (!type.isArray()) {
            return known.test(type);
        }
        Class<?> component = type.getComponentType();
        return component.isPrimitive()
                // Old clients send an array of subjects, each of which is null.
                || component == Subject.class
                || known.test(component);
    }

    private static boolean isArgument(Class<?> type) {
        String name = type.getName();
        return switch (type.getPackageName()) {
            case "java.lang" ->
                    type == Object.class
                            || type == String.class
                            || type == Boolean.class
                            || type == Character.class
                            || Number.class.isAssignableFrom(type);
            case "java.math" -> true;
            case "java.util" -> COLLECTIONS.contains(name) || name.equals("java.util.Date");
            // Its readObject asks what it holds for a text, which may run anything.
            case "javax.management" -> type != BadAttributeValueExpException.class;
            case "javax.management.openmbean" -> true;
            default ->
                    type == MarshalledObject.class || type == MBeanServerNotificationFilter.class;
        };
    }
}
