package org.ninelives.management.access;

import java.util.Optional;
import java.util.function.Function;

/** Reads settings of the process; one that is blank counts as absent. */
final class Property {

    private Property() {}

    static String text(Function<String, String> properties, String key, String otherwise) {
        return Optional.ofNullable(properties.apply(key))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(otherwise);
    }

    /**
     * A setting that is true or false.
     *
     * @throws IllegalArgumentException for another word
     */
    static boolean flag(Function<String, String> properties, String key, boolean otherwise) {
        String text = text(properties, key, Boolean.toString(otherwise));
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new IllegalArgumentException(
                            key + ": '" + text + "' is neither true nor false");
        };
    }
}
