package org.ninelives.vrrp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.api.override.OptionalOverrides;

class VrrpBeansTest {

    private final List<String> calls = new ArrayList<>();
    private final EventSink sink =
            new EventSink() {
                @Override
                public void publish(Event event) {
                    calls.add(event.text());
                }

                @Override
                public boolean flush(Duration limit) {
                    calls.add("flushed");
                    return true;
                }
            };

    @Test
    void whatHappensIsPublishedAtOnceAndEverybodyIsToldBeforeTheEnd() {
        VrrpBeans beans = new VrrpBeans(null, sink, new OptionalOverrides());
        VrrpSubject subject =
                new VrrpSubject(
                        VrrpSubject.Kind.INSTANCE,
                        "VI_1",
                        OptionalInt.of(1),
                        "eth0",
                        List.of(),
                        Audience.NONE);

        beans.happened(
                new VrrpEvent.InstanceState(
                        subject, VrrpState.MASTER, VrrpState.STOP, "stopped", 100, false, "stop"));
        assertThat(calls).containsExactly("stop");
        beans.close();

        assertThat(calls).containsExactly("stop", "flushed");
    }
}
