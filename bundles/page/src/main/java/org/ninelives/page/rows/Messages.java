package org.ninelives.page.rows;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.json.JsonObject;
import org.ninelives.api.management.EventRecord;

/** Messages of a stream of server-sent events, as the HTML standard has them. */
public final class Messages {

    /** So that no message is large, however many servers there are. */
    private static final int ROWS_MAX = 200;

    /** A comment, that tells a browser that we are still there. */
    public static final String HEARTBEAT = ":\n\n";

    /** What was told before counts no more. */
    public static final String ANEW = of("anew", "[]");

    private Messages() {}

    /**
     * A message.
     *
     * @param json on one line, as ours is
     */
    public static String of(String event, String json) {
        return "event: " + event + "\ndata: " + json + "\n\n";
    }

    /** Rows of JSON, many to a message. */
    public static List<String> rows(List<String> rows) {
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += ROWS_MAX) {
            List<String> some = rows.subList(i, Math.min(rows.size(), i + ROWS_MAX));
            messages.add(of("rows", "[" + String.join(",", some) + "]"));
        }
        return messages;
    }

    /** What has happened; nothing for nothing. */
    public static List<String> events(List<EventRecord> events) {
        return events.isEmpty()
                ? List.of()
                : List.of(
                        of(
                                "journal",
                                JsonObject.array(events.stream().map(Messages::event).toList())));
    }

    private static JsonObject event(EventRecord event) {
        return new JsonObject()
                .put("sequence", event.sequence())
                .put("time", event.timeMillis())
                .put("type", event.type())
                .put("name", event.name())
                .put("text", event.text());
    }
}
