package org.ninelives.page.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.access.RefusedException;

/**
 * What a page sends: {@code application/x-www-form-urlencoded}.
 *
 * @param fields names and values in their order
 */
record Form(List<Field> fields) {

    private static final int FIELDS_MAX = 20;

    /** One of them. */
    record Field(String name, String value) {}

    static Form of(String body) throws RefusedException {
        List<Field> fields = new ArrayList<>();
        for (String part : body.split("&", FIELDS_MAX)) {
            String[] sides = part.split("=", 2);
            if (sides.length == 2) {
                fields.add(new Field(decoded(sides[0]), decoded(sides[1])));
            }
        }
        return new Form(fields);
    }

    private static String decoded(String text) throws RefusedException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("the form cannot be read: " + e.getMessage());
        }
    }

    /** The first value of a name, or empty. */
    String value(String name) {
        return values(name).stream().findFirst().orElse("");
    }

    /** All values of a name. */
    List<String> values(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }
}
