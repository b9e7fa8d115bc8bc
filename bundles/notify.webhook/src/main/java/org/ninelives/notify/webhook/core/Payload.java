package org.ninelives.notify.webhook.core;

import java.time.Instant;
import java.util.Optional;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.notify.DaemonEvent;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.LvsEvent;
import org.ninelives.api.notify.OverrideEvent;
import org.ninelives.api.notify.TrackerEvent;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.api.track.Finding;

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
        JsonObject json = new JsonObject();
        json.put("event", event.type());
        json.put("time", time.toString());
        json.put("host", host);
        json.put("name", event.name());
        json.put("text", event.text());
        return add(json, event) ? Optional.of(json.toString()) : Optional.empty();
    }

    private static boolean add(JsonObject json, Event event) {
        switch (event) {
            case VrrpEvent.InstanceState change -> {
                json.put("state", change.to().name());
                json.put("previous", change.from().name());
                json.put("reason", change.reason());
                json.put("priority", change.priority());
                subject(json, change.subject());
                return !change.held();
            }
            case VrrpEvent.GroupState change -> {
                json.put("state", change.to().name());
                json.put("previous", change.from().name());
                json.put("reason", change.reason());
                subject(json, change.subject());
                return !change.held();
            }
            case VrrpEvent.PriorityChanged change -> {
                json.put("state", change.state().name());
                json.put("priority", change.to());
                json.put("previousPriority", change.from());
                subject(json, change.subject());
                return true;
            }
            case VrrpEvent.LowerPriorityHeard heard -> {
                json.put("source", heard.source());
                json.put("otherPriority", heard.otherPriority());
                json.put("priority", heard.priority());
                subject(json, heard.subject());
                return true;
            }
            case VrrpEvent.SplitBrain told -> {
                json.put("raised", told.raised());
                json.put("evidence", told.evidence());
                subject(json, told.subject());
                return true;
            }
            case LvsEvent.RealServerState change -> {
                json.put("realServer", change.realServer());
                json.put("state", word(change));
                json.put("stopping", change.stopping());
                json.put("reason", change.reason());
                return true;
            }
            case LvsEvent.QuorumState change -> {
                json.put("state", word(change));
                json.put("stopping", change.stopping());
                json.put("weight", change.weight());
                json.put("quorum", change.quorum());
                json.put("hysteresis", change.hysteresis());
                return true;
            }
            case TrackerEvent found -> {
                json.put("kind", found.kind().word());
                json.put("state", word(found.to()));
                json.put("previous", word(found.from()));
                return true;
            }
            case OverrideEvent change -> {
                json.put("kind", change.kind());
                json.put("change", change.change().name());
                json.put("previous", change.from());
                json.put("value", change.to());
                json.put("by", change.by());
                if (change.untilMillis() > 0) {
                    json.put("until", Instant.ofEpochMilli(change.untilMillis()).toString());
                }
                return true;
            }
            case DaemonEvent told -> {
                return true;
            }
        }
    }

    private static String word(LvsEvent change) {
        return change.up() ? "UP" : "DOWN";
    }

    private static String word(Finding finding) {
        return switch (finding) {
            case Finding.Known known -> known.name();
            case Finding.Value number -> Long.toString(number.value());
        };
    }

    private static void subject(JsonObject json, VrrpSubject subject) {
        subject.virtualRouterId().ifPresent(id -> json.put("virtualRouterId", id));
        if (!subject.interfaceName().isEmpty()) {
            json.put("interface", subject.interfaceName());
        }
        json.put("virtualAddresses", subject.addresses().stream().map(IpPrefix::toString).toList());
    }
}
