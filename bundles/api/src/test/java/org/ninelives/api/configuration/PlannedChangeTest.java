package org.ninelives.api.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What leads from some objects to others. */
class PlannedChangeTest {

    @Test
    void eachObjectIsAddedKeptChangedOrRemoved() {
        Map<String, Integer> now = new LinkedHashMap<>(Map.of("gone", 1));
        now.put("kept", 2);
        now.put("changed", 3);
        Map<String, Integer> wanted = new LinkedHashMap<>(Map.of("changed", 4));
        wanted.put("kept", 2);
        wanted.put("new", 5);

        assertThat(PlannedChange.between("thing", now, wanted, number -> "number " + number))
                .extracting(PlannedChange::toString)
                .containsExactly(
                        "CHANGE thing changed: number 3 -> number 4",
                        "KEEP thing kept",
                        "ADD thing new",
                        "REMOVE thing gone");
    }

    @Test
    void nothingLeadsFromNothingToNothing() {
        assertThat(PlannedChange.between("thing", Map.of(), Map.of(), Object::toString)).isEmpty();
    }
}
