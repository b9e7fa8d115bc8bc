package org.ninelives.management.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import org.junit.jupiter.api.Test;

class ShownTest {

    @Test
    void simpleValuesAreAsTheyAre() {
        assertThat(Shown.value("n", 7)).isEqualTo("7");
        assertThat(Shown.value("n", true)).isEqualTo("true");
        assertThat(Shown.value("n", null)).isEqualTo("null");
        assertThat(Shown.value("n", "a b")).isEqualTo("\"a b\"");
        assertThat(Shown.value("n", new String[] {"a", "b"})).isEqualTo("[\"a\", \"b\"]");
        assertThat(Shown.value("n", new Integer[11])).isEqualTo("(11 values)");
        assertThat(Shown.value("n", new Object())).isEqualTo("Object");
    }

    @Test
    void nobodyEndsTheLineOrHidesInIt() {
        assertThat(Shown.value("n", "a\tb\"\\\u202e"))
                .isEqualTo("\"a\\u0009b\\u0022\\u005c\\u202e\"");
        assertThat(Shown.value("n", "one\ntwo")).isEqualTo("(7 characters)");
        assertThat(Shown.word("root\nINFO all is well")).startsWith("\"root\\u000aINFO");
        assertThat(Shown.word("x y".repeat(100))).hasSize(66);
        assertThat(Shown.word("alice@example")).isEqualTo("alice@example");
    }

    @Test
    void secretsAreMaskedByTheirName() {
        assertThat(Shown.value("oldPassword", "x")).isEqualTo("***");
        assertThat(Shown.value("activeKey", "x")).isEqualTo("***");
        assertThat(Shown.value("keyword", "x")).isEqualTo("\"x\"");
    }

    @Test
    void aRecordShowsItsSimpleValues() throws Exception {
        CompositeType type =
                new CompositeType(
                        "Report",
                        "a report",
                        new String[] {"result", "errors"},
                        new String[] {"r", "e"},
                        new OpenType<?>[] {SimpleType.STRING, SimpleType.INTEGER});

        assertThat(
                        Shown.value(
                                "",
                                new CompositeDataSupport(
                                        type, Map.of("result", "APPLIED", "errors", 0))))
                .isEqualTo("{errors=0, result=\"APPLIED\"}");
    }

    @Test
    void anUnknownOperationIsShownWithoutNames() {
        assertThat(Shown.call("do it", Optional.empty(), new Object[] {1}))
                .isEqualTo("\"do it\"(1)");
        assertThat(Shown.call("stop", Optional.empty(), null)).isEqualTo("stop()");
    }
}
