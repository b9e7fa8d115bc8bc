package org.ninelives.notify.webhook.core;

import java.time.Instant;
import java.util.Optional;
import org.ninelives.api.json.JsonObject;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventData;
import org.ninelives.api.notify.VrrpEvent;

/** Events as JSON. */
public final class Payload {

    private final String host;

    /**
     * For the events of one machine.
     *
     * @param host its name
     */
    public Payload(String host) {
        this.host = host;
    }

    /** One JSON object; empty for what is told to nobody. */
    public Optional<String> of(Event event, Instant time) {
        if (isHeld(event)) {
            return Optional.empty();
        }
        JsonObject json = new JsonObject();
        json.put("event", event.type());
        json.put("time", time.toString());
        json.put("host", host);
        json.put("name", event.name());
        json.put("text", event.text());
        EventData.of(event).forEach(json::put);
        return Optional.of(json.toString());
    }

    private static boolean isHeld(Event event) {
        return switch (event) {
            case VrrpEvent.InstanceState change -> change.held();
            case VrrpEvent.GroupState change -> change.held();
            default -> false;
        };
    }
}
