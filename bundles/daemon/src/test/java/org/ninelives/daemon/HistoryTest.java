package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.HistoryEntry;
import org.ninelives.api.management.ReloadReport;
import org.ninelives.config.language.Environment;

class HistoryTest {

    private static final RecordedFiles TEXT =
            new RecordedFiles(
                    new Environment("x", "/", name -> Optional.empty(), 1),
                    Map.of(),
                    Map.of(),
                    Map.of());

    private final History history = new History();

    @Test
    void beforeTheStartThereIsNone() {
        assertThat(history.entries()).isEmpty();
        assertThat(history.previous()).isEmpty();
        assertThat(history.text(0)).isEmpty();
    }

    @Test
    void anEntryTellsWhatBecameOfIt() {
        history.addRunning(report("APPLIED", "aa"), "start", TEXT);
        history.addRefused(report("REFUSED", "bb"), "SIGHUP");

        assertThat(history.entries())
                .containsExactly(
                        new HistoryEntry(2, 1000, "REFUSED", 7, "x", "bb", "SIGHUP", false),
                        new HistoryEntry(1, 1000, "APPLIED", 7, "x", "aa", "start", true));
        assertThat(history.text(1)).contains(TEXT);
        assertThat(history.text(2)).isEmpty();
    }

    @Test
    void onlyTheLatestAreKept() {
        for (int i = 1; i <= 100; i++) {
            history.addRunning(report("APPLIED", "a" + i), "SIGHUP", TEXT);
        }

        assertThat(history.entries())
                .hasSize(History.KEPT)
                .extracting(HistoryEntry::number)
                .startsWith(100L, 99L)
                .endsWith(69L);
        assertThat(history.text(68)).isEmpty();
        assertThat(history.text(69)).isPresent();
        assertThat(history.previous()).contains(99L);
    }

    @Test
    void howeverManyAreRefusedThereIsAWayBack() {
        history.addRunning(report("APPLIED", "aa"), "start", TEXT);
        history.addRunning(report("APPLIED", "bb"), "SIGHUP", TEXT);
        for (int i = 1; i <= 100; i++) {
            history.addRefused(report("REFUSED", "a" + i), "SIGHUP");
        }

        assertThat(history.running()).isEqualTo(2);
        assertThat(history.previous()).contains(1L);
        assertThat(history.text(1)).isPresent();
        assertThat(history.entries())
                .hasSize(History.KEPT)
                .extracting(HistoryEntry::number)
                .contains(1L, 2L);
    }

    @Test
    void whatIsHeldStaysUntilItIsNot() {
        history.addRunning(report("APPLIED", "aa"), "start", TEXT);
        history.hold(Optional.of(1L));
        for (int i = 1; i <= 100; i++) {
            history.addRunning(report("APPLIED", "a" + i), "SIGHUP", TEXT);
        }
        assertThat(history.text(1)).isPresent();
        assertThat(history.entries()).hasSize(History.KEPT);

        history.hold(Optional.empty());
        history.addRefused(report("REFUSED", "bb"), "SIGHUP");
        assertThat(history.text(1)).isEmpty();
    }

    @Test
    void aReturnHasThePastOfWhatItReturnsTo() {
        LongStream.rangeClosed(1, 3)
                .forEach(i -> history.addRunning(report("APPLIED", "a" + i), "SIGHUP", TEXT));

        history.addReturn(report("APPLIED", "a2"), "control", TEXT, 2);

        assertThat(history.running()).isEqualTo(4);
        assertThat(history.previous()).contains(1L);
        history.addReturn(report("APPLIED", "a1"), "control", TEXT, 1);
        assertThat(history.previous()).isEmpty();
    }

    private static ReloadReport report(String result, String hash) {
        return new ReloadReport(result, "x", 0, 0, List.of(), List.of(), List.of(), hash, 1000, 7);
    }
}
