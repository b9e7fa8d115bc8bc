package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.EventRecord;
import org.ninelives.api.notify.DaemonEvent;

class JournalTest {

    private final Journal journal = new Journal(() -> 1_800_000_000_123L);

    private void happened(int events) {
        for (int i = 1; i <= events; i++) {
            journal.happened(new DaemonEvent("configuration", "reload " + i));
        }
    }

    @Test
    void whatHappenedIsToldInOrderWithItsTime() {
        happened(2);

        assertThat(journal.since(0))
                .containsExactly(
                        new EventRecord(
                                1, 1_800_000_000_123L, "daemon", "configuration", "reload 1"),
                        new EventRecord(
                                2, 1_800_000_000_123L, "daemon", "configuration", "reload 2"));
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
