package org.ninelives.overrides.engine;

import org.ninelives.api.notify.EventSink;
import org.ninelives.api.notify.OverrideEvent;
import org.ninelives.api.notify.OverrideEvent.Change;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.overrides.core.Lines;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells each change of the list to the log and as an event. */
final class Herald {

    private static final Logger LOG = LoggerFactory.getLogger(Herald.class);

    private final EventSink sink;

    Herald(EventSink sink) {
        this.sink = sink;
    }

    void set(LiveOverride override, String from) {
        tell(
                new OverrideEvent(
                        Change.SET,
                        override.key().kind().word(),
                        override.key().subject(),
                        from,
                        override.value(),
                        override.setBy(),
                        override.untilMillis(),
                        Lines.set(override, from)));
    }

    void restored(LiveOverride override) {
        tell(
                new OverrideEvent(
                        Change.RESTORED,
                        override.key().kind().word(),
                        override.key().subject(),
                        "",
                        override.value(),
                        override.setBy(),
                        override.untilMillis(),
                        Lines.restored(override)));
    }

    void reverted(LiveOverride override, String by, String to) {
        end(Change.REVERTED, override, to, by, Lines.reverted(override, by, to));
    }

    void expired(LiveOverride override, String to) {
        end(Change.EXPIRED, override, to, override.setBy(), Lines.expired(override, to));
    }

    void endedByReload(LiveOverride override, String to) {
        end(Change.ENDED, override, to, override.setBy(), Lines.endedByReload(override, to));
    }

    void endedByRestart(LiveOverride override) {
        end(Change.ENDED, override, "", override.setBy(), Lines.endedByRestart(override));
    }

    void passed(LiveOverride override) {
        end(Change.EXPIRED, override, "", override.setBy(), Lines.passed(override));
    }

    private void end(Change change, LiveOverride override, String to, String by, String text) {
        tell(
                new OverrideEvent(
                        change,
                        override.key().kind().word(),
                        override.key().subject(),
                        override.value(),
                        to,
                        by,
                        0,
                        text));
    }

    private void tell(OverrideEvent event) {
        LOG.info("{}", event.text());
        sink.publish(event);
    }
}
