package org.ninelives.api.notify;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.track.Finding;

/**
 * What an event tells besides its name and its text, for programs. The keys of a type of event are
 * for good; values are strings, whole numbers, truth values and lists of strings.
 */
public final class EventData {

    private final SequencedMap<String, Object> data = new LinkedHashMap<>();

    private EventData() {}

    /** The data of an event, in the order in which people want to read them. */
    public static SequencedMap<String, Object> of(Event event) {
        EventData told = new EventData();
        told.add(event);
        return told.data;
    }

    private void add(Event event) {
        switch (event) {
            case VrrpEvent vrrp -> {
                add(vrrp);
                subject(vrrp.subject());
            }
            case LvsEvent.RealServerState change -> {
                data.put("realServer", change.realServer());
                data.put("state", word(change));
                data.put("stopping", change.stopping());
                data.put("reason", change.reason());
            }
            case LvsEvent.QuorumState change -> {
                data.put("state", word(change));
                data.put("stopping", change.stopping());
                data.put("weight", change.weight());
                data.put("quorum", change.quorum());
                data.put("hysteresis", change.hysteresis());
            }
            case DrainEvent step -> {
                data.put("realServer", step.realServer());
                data.put("state", step.state());
                step.connections().ifPresent(left -> data.put("connections", left));
            }
            case TrackerEvent found -> {
                data.put("kind", found.kind().word());
                data.put("state", word(found.to()));
                data.put("previous", word(found.from()));
            }
            case OverrideEvent change -> {
                data.put("kind", change.kind());
                data.put("change", change.change().name());
                data.put("previous", change.from());
                data.put("value", change.to());
                data.put("by", change.by());
                if (change.untilMillis() > 0) {
                    data.put("until", Instant.ofEpochMilli(change.untilMillis()).toString());
                }
            }
            case ReloadEvent reload -> data.put("result", reload.result());
            case DaemonEvent told -> {}
        }
    }

    private void add(VrrpEvent event) {
        switch (event) {
            case VrrpEvent.InstanceState change -> {
                data.put("state", change.to().name());
                data.put("previous", change.from().name());
                data.put("reason", change.reason());
                data.put("priority", change.priority());
            }
            case VrrpEvent.GroupState change -> {
                data.put("state", change.to().name());
                data.put("previous", change.from().name());
                data.put("reason", change.reason());
            }
            case VrrpEvent.PriorityChanged change -> {
                data.put("state", change.state().name());
                data.put("priority", change.to());
                data.put("previousPriority", change.from());
            }
            case VrrpEvent.LowerPriorityHeard heard -> {
                data.put("source", heard.source());
                data.put("otherPriority", heard.otherPriority());
                data.put("priority", heard.priority());
            }
            case VrrpEvent.SplitBrain told -> {
                data.put("raised", told.raised());
                data.put("evidence", told.evidence());
            }
            case VrrpEvent.Late late -> {
                data.put("state", late.state().name());
                data.put("lateMillis", late.lateMillis());
            }
        }
    }

    private void subject(VrrpSubject subject) {
        subject.virtualRouterId().ifPresent(id -> data.put("virtualRouterId", id));
        if (!subject.interfaceName().isEmpty()) {
            data.put("interface", subject.interfaceName());
        }
        data.put("virtualAddresses", subject.addresses().stream().map(IpPrefix::toString).toList());
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
}
