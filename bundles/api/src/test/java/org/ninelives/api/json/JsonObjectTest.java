package org.ninelives.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonObjectTest {

    @Test
    void membersStandInTheOrderInWhichTheyWerePut() {
        JsonObject json =
                new JsonObject()
                        .put("b", "text")
                        .put("a", 7)
                        .put("c", true)
                        .put("d", List.of("x", "y"))
                        .put("e", List.of());
        assertThat(json)
                .hasToString("{\"b\":\"text\",\"a\":7,\"c\":true,\"d\":[\"x\",\"y\"],\"e\":[]}");
        assertThat(new JsonObject()).hasToString("{}");
    }

    @Test
    void fractionsAndObjectsKeepTheirForm() {
        assertThat(
                        new JsonObject()
                                .put("f", new BigDecimal("0.50"))
                                .put("o", List.of(new JsonObject().put("a", 1L))))
                .hasToString("{\"f\":0.50,\"o\":[{\"a\":1}]}");
        assertThat(JsonObject.array(List.of(new JsonObject(), "x"))).isEqualTo("[{},\"x\"]");
    }

    @Test
    void whatEndsAStringOrALineIsEscaped() {
        assertThat(new JsonObject().put("q\"", "a\"b\\c\nd\te\u0000\u007f"))
                .hasToString("{\"q\\\"\":\"a\\\"b\\\\c\\u000ad\\u0009e\\u0000\\u007f\"}");
    }

    @Test
    void everyCharacterOfUnicodeArrives() {
        assertThat(new JsonObject().put("s", "ü€😀")).hasToString("{\"s\":\"ü€😀\"}");
        assertThat(new JsonObject().put("s", "a\ud83d")).hasToString("{\"s\":\"a\\ud83d\"}");
        assertThat(new JsonObject().put("s", "\ude00a\ud83db"))
                .hasToString("{\"s\":\"\\ude00a\\ud83db\"}");
    }
}
