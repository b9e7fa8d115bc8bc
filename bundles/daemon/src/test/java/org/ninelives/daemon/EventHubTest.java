package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.ninelives.api.notify.DaemonEvent;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventListener;

class EventHubTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private final EventHub hub = new EventHub();

    @Test
    void everyListenerHearsEveryEventInOrder() {
        hub.add(heard::add);
        List<Event> published = List.of(event("one"), event("two"), event("three"));

        published.forEach(hub::publish);

        assertThat(hub.flush(LONG)).isTrue();
        assertThat(heard).isEqualTo(published);
    }

    @Test
    void aListenerThatFailsKeepsNothingFromTheOthers() {
        hub.add(
                event -> {
                    throw new IllegalStateException("broken");
                });
        hub.add(heard::add);

        hub.publish(event("one"));

        assertThat(hub.flush(LONG)).isTrue();
        assertThat(heard).hasSize(1);
    }

    @Test
    void whoHasLeftHearsNothing() {
        EventListener listener = heard::add;
        hub.add(listener);
        hub.remove(listener);

        hub.publish(event("one"));

        assertThat(hub.flush(LONG)).isTrue();
        assertThat(heard).isEmpty();
    }

    @Test
    void afterTheEndNothingIsToldAndNothingFails() {
        hub.add(heard::add);
        hub.close();

        hub.publish(event("late"));

        assertThat(hub.flush(Duration.ofMillis(1))).isFalse();
        assertThat(heard).isEmpty();
    }

    private static Event event(String text) {
        return new DaemonEvent("test", text);
    }
}
