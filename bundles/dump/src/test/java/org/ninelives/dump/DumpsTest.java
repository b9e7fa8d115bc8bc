package org.ninelives.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.api.dump.DumpFile;
import org.ninelives.api.dump.DumpSection;
import org.ninelives.api.dump.DumpSection.Place;
import org.ninelives.api.dump.DumpSource;
import org.ninelives.api.json.JsonObject;

class DumpsTest {

    @TempDir Path folder;

    private Dumps dumps;
    private int count = 7;

    private final DumpSource source =
            new DumpSource() {
                @Override
                public List<DumpSection> sections(DumpFile file) {
                    return file == DumpFile.STATS || file == DumpFile.DATA
                            ? List.of(
                                    new DumpSection(Place.INSTANCES, "", List.of("count " + count)))
                            : List.of();
                }

                @Override
                public Map<String, List<JsonObject>> objects() {
                    return Map.of("vrrp", List.of(new JsonObject().put("count", count)));
                }

                @Override
                public void clearCounters() {
                    count = 0;
                }
            };

    @BeforeEach
    void begin() {
        dumps = new Dumps(folder, 1);
        dumps.add(source);
    }

    @AfterEach
    void end() {
        dumps.close();
    }

    @Test
    void aFileIsWrittenWhereThereIsSomethingToSay() throws Exception {
        dumps.data();
        dumps.close();
        dumps.awaitEnd();

        assertThat(folder.resolve("keepalived.data")).hasContent("count 7\n");
        assertThat(folder).isDirectoryNotContaining("glob:**check.data");
    }

    @Test
    void clearedCountersAreWrittenBeforeTheyAre() throws Exception {
        dumps.statsAndClear();
        dumps.json();
        dumps.close();
        dumps.awaitEnd();

        assertThat(folder.resolve("keepalived.stats")).hasContent("count 7\n");
        assertThat(folder.resolve("keepalived.json")).hasContent("[{\"count\":0}]");
    }

    @Test
    void whoeverFailsKeepsNobodyElseFromTelling() throws Exception {
        dumps.add(
                file -> {
                    throw new IllegalStateException("nothing runs");
                });
        dumps.stats();
        dumps.close();
        dumps.awaitEnd();

        assertThat(Files.readString(folder.resolve("keepalived.stats"))).isEqualTo("count 7\n");
    }
}
