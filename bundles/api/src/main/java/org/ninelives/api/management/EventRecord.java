package org.ninelives.api.management;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventData;

/** Something that happened on this node, as the journal keeps it. */
public record EventRecord(
        @Description("Counts from 1 since the start of the daemon, without gaps") long sequence,
        @Description("When it was told, milliseconds since 1970 UTC") long timeMillis,
        @Description("What kind of thing happened, a word such as instance-state") String type,
        @Description("What it happened to, such as a virtual router, a virtual server, a script")
                String name,
        @Description("The log line that tells the same") String text,
        @Description("What else there is to tell; the keys are those of the notification")
                Map<String, String> data) {

    /** The record of an event. */
    public static EventRecord of(long sequence, long timeMillis, Event event) {
        Map<String, String> data = new LinkedHashMap<>();
        EventData.of(event).forEach((key, value) -> data.put(key, word(value)));
        return new EventRecord(
                sequence,
                timeMillis,
                event.type(),
                event.name(),
                event.text(),
                Collections.unmodifiableMap(data));
    }

    private static String word(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining(" "))
                : value.toString();
    }
}
