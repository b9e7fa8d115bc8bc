package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.EventRecord;
import org.ninelives.api.management.JournalListener;
import org.ninelives.api.notify.DaemonEvent;
import org.ninelives.api.notify.Event;

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
    void whatListenersLeaveOutIsCounted() {
        journal.add(
                new JournalListener() {
                    @Override
                    public void recorded(EventRecord entry, Event event) {}

                    @Override
                    public long dropped() {
                        return 7;
                    }
                });
        journal.add((entry, event) -> {});

        assertThat(bean.getDroppedNotifications()).isEqualTo(7);
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
