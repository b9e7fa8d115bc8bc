package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ninelives.api.notify.DaemonEvent;

class DaemonBeanTest {

    private final Journal journal = new Journal(() -> 0);
    private final DaemonBean bean =
            new DaemonBean(
                    null,
                    DaemonSettings.from(Map.<String, String>of()::get, 0),
                    "",
                    journal,
                    () -> {});

    @Test
    void theJournalCanBeRead() {
        journal.happened(new DaemonEvent("daemon", "Startup complete"));

        assertThat(bean.eventsSince(0)).hasSize(1);
        assertThat(bean.getFirstEventSequence()).isEqualTo(1);
        assertThat(bean.getLastEventSequence()).isEqualTo(1);
    }

    @Test
    void theLatestEventsAreATable() {
        for (int i = 1; i <= 25; i++) {
            journal.happened(new DaemonEvent("daemon", "event " + i));
        }

        assertThat(bean.getLatestEvents()).hasSize(20).containsKeys(6L, 25L);
        assertThat(bean.getLatestEvents().get(25L).text()).isEqualTo("event 25");
    }
}
