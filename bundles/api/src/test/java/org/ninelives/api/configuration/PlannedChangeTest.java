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

        assertThat(PlannedChange.between("thing", now, wanted, PlannedChangeTest::differences))
                .extracting(PlannedChange::toString)
                .containsExactly(
                        "CHANGE thing changed: number 3 -> 4, odd true -> false, secret",
                        "KEEP thing kept",
                        "ADD thing new",
                        "REMOVE thing gone");
    }

    @Test
    void nothingLeadsFromNothingToNothing() {
        assertThat(
                        PlannedChange.between(
                                "thing", Map.of(), Map.of(), PlannedChangeTest::differences))
                .isEmpty();
    }

    @Test
    void anObjectIsAKeywordAndAName() {
        PlannedChange server = change("real_server 10.0.0.1:80 of [10.0.0.9]:tcp:80");
        PlannedChange globals = change("global_defs");

        assertThat(server.keyword()).isEqualTo("real_server");
        assertThat(server.name()).isEqualTo("10.0.0.1:80 of [10.0.0.9]:tcp:80");
        assertThat(globals.keyword()).isEqualTo("global_defs");
        assertThat(globals.name()).isEmpty();
    }

    @Test
    void whatIsAlwaysThereChangesOrNot() {
        assertThat(differences(new DifferenceList<>(3, 4)).change("global_defs of things"))
                .extracting(PlannedChange::toString)
                .containsExactly(
                        "CHANGE global_defs of things: number 3 -> 4, odd true -> false, secret");
        assertThat(differences(new DifferenceList<>(3, 3)).change("global_defs of things"))
                .isEmpty();
    }

    private static DifferenceList<Integer> differences(DifferenceList<Integer> list) {
        return list.of("number", number -> number)
                .of("odd", number -> number % 2 == 1)
                .hidden("secret", number -> -number);
    }

    private static PlannedChange change(String object) {
        return new PlannedChange(PlannedChange.Kind.CHANGE, object, "");
    }
}
