package org.ninelives.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ninelives.api.dump.DumpFile;
import org.ninelives.api.dump.DumpSection;
import org.ninelives.api.dump.DumpSection.Place;
import org.ninelives.api.json.JsonObject;

class TextsTest {

    private static final Path TMP = Path.of("/tmp");

    @Test
    void sectionsStandInTheirOrderWhoeverToldThem() {
        assertThat(
                        FileText.of(
                                List.of(
                                        section(Place.SCRIPTS, "VRRP Scripts", " b"),
                                        section(Place.INSTANCES, "VRRP Topology", " a\nevil"))))
                .isEqualTo(
                        """
                        ------< VRRP Topology >------
                         a?evil
                        ------< VRRP Scripts >------
                         b
                        """);
        assertThat(FileText.of(List.of(section(Place.INSTANCES, "", "x")))).isEqualTo("x\n");
    }

    private static DumpSection section(Place place, String heading, String line) {
        return new DumpSection(place, heading, List.of(line));
    }

    @Test
    void theFirstVersionIsAListAndTheSecondAnObject() {
        Map<String, List<JsonObject>> objects = new LinkedHashMap<>();
        objects.put("track_process", List.of(new JsonObject().put("process", "p")));
        objects.put("vrrp", List.of(new JsonObject().put("data", "d")));

        assertThat(JsonText.of(1, objects)).isEqualTo("[{\"data\":\"d\"}]");
        assertThat(JsonText.of(2, objects))
                .isEqualTo("{\"vrrp\":[{\"data\":\"d\"}],\"track_process\":[{\"process\":\"p\"}]}");
        assertThat(JsonText.isWorthwhile(Map.of("track_process", List.of()))).isFalse();
    }

    @Test
    void filesAreWhereTheConfigurationSays() {
        DumpSettings usual = DumpSettings.DEFAULT;
        assertThat(usual.path(DumpFile.DATA, TMP)).hasToString("/tmp/keepalived.data");
        assertThat(usual.path(DumpFile.STATS, TMP)).hasToString("/tmp/keepalived.stats");
        assertThat(usual.path(DumpFile.CHECK, TMP)).hasToString("/tmp/keepalived_check.data");
        assertThat(usual.jsonPath(TMP)).hasToString("/tmp/keepalived.json");

        DumpSettings written =
                new DumpSettings(
                        2,
                        Optional.of("blue_one"),
                        Optional.of("/run/k.data"),
                        Optional.empty(),
                        Optional.of("k.json"));
        assertThat(written.path(DumpFile.DATA, TMP)).hasToString("/run/k.data");
        assertThat(written.path(DumpFile.STATS, TMP)).hasToString("/tmp/keepalived.stats");
        assertThat(written.path(DumpFile.CHECK, TMP))
                .hasToString("/tmp/keepalived_check.blue_one.data");
        assertThat(written.jsonPath(TMP)).hasToString("/tmp/k.json");
    }
}
