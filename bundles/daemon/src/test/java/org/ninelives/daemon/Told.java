package org.ninelives.daemon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventSink;

/** Remembers what was told. */
final class Told implements EventSink {

    final List<String> texts = new ArrayList<>();

    @Override
    public void publish(Event event) {
        texts.add(event.name() + " " + event.text());
    }

    @Override
    public boolean flush(Duration limit) {
        return true;
    }
}
