package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.EventRecord;
import org.ninelives.api.management.JournalListener;
import org.ninelives.api.notify.DaemonEvent;

class JournalTest {

    private final Journal journal = new Journal(() -> 1_800_000_000_123L);

    private void happened(int events) {
        for (int i = 1; i <= events; i++) {
            journal.happened(new DaemonEvent("configuration", "reload " + i));
        }
    }

    @Test
    void whoListensIsToldWhatIsKeptInTheSameOrder() {
        List<EventRecord> told = new ArrayList<>();
        journal.add(
                (entry, event) -> {
                    throw new IllegalStateException("a listener that fails");
                });
        JournalListener listener = (entry, event) -> told.add(entry);
        journal.add(listener);

        happened(2);
        journal.remove(listener);
        happened(1);

        assertThat(told).isEqualTo(journal.since(0).subList(0, 2));
    }

    @Test
    void whoWasAwayForLongCanTellThatSomethingIsMissing() {
        assertThat(journal.first()).isZero();
        assertThat(journal.last()).isZero();

        happened(5_002);

        assertThat(journal.first()).isEqualTo(3);
        assertThat(journal.last()).isEqualTo(5_002);
    }

    @Test
    void whatHappenedIsToldInOrderWithItsTime() {
        happened(2);

        assertThat(journal.since(0))
                .containsExactly(
                        new EventRecord(
                                1,
                                1_800_000_000_123L,
                                "daemon",
                                "configuration",
                                "reload 1",
                                Map.of()),
                        new EventRecord(
                                2,
                                1_800_000_000_123L,
                                "daemon",
                                "configuration",
                                "reload 2",
                                Map.of()));
    }

    @Test
    void whoKnowsAnEventIsToldOfThoseAfterIt() {
        happened(3);

        assertThat(journal.since(2)).extracting(EventRecord::text).containsExactly("reload 3");
        assertThat(journal.since(3)).isEmpty();
        assertThat(journal.since(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void theLatestFiveThousandAreKeptAndToldByTheThousand() {
        happened(5_002);

        List<EventRecord> first = journal.since(0);
        List<EventRecord> next = journal.since(first.getLast().sequence());

        assertThat(first).hasSize(1_000);
        assertThat(first.getFirst().sequence()).isEqualTo(3);
        assertThat(next.getFirst().sequence()).isEqualTo(1_003);
        assertThat(journal.since(5_001)).hasSize(1);
    }
}
