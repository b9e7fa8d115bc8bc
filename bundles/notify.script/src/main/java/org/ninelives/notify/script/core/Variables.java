package org.ninelives.notify.script.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.notify.Audience.Occasion;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.api.notify.VrrpSubject;

/**
 * The environment of notify scripts. All variables are there each time; what a subject does not
 * have, such as the interface of a group, is empty. The prefix keeps scripts that have variables
 * such as {@code STATE} of their own from harm.
 */
record Variables(Map<String, String> asMap) {

    private static final String PREFIX = "NINELIVES_";

    static Variables of(VrrpEvent.InstanceState change) {
        return about(
                change.subject(),
                change.to().name(),
                change.to(),
                change.from().name(),
                change.reason(),
                Integer.toString(change.priority()));
    }

    static Variables of(VrrpEvent.GroupState change) {
        return about(
                change.subject(),
                change.to().name(),
                change.to(),
                change.from().name(),
                change.reason(),
                "");
    }

    /** It is master and stays so. */
    static Variables of(VrrpEvent.LowerPriorityHeard heard) {
        return about(
                heard.subject(),
                Occasion.MASTER_RX_LOWER_PRI.name(),
                VrrpState.MASTER,
                VrrpState.MASTER.name(),
                "heard " + heard.source() + " with priority " + heard.otherPriority(),
                Integer.toString(heard.priority()));
    }

    static Map<String, String> beforeStop(VrrpSubject master) {
        return about(
                        master,
                        Occasion.PRE_STOP.name(),
                        VrrpState.MASTER,
                        VrrpState.MASTER.name(),
                        "the daemon is about to stop",
                        "")
                .asMap();
    }

    private static Variables about(
            VrrpSubject subject,
            String event,
            VrrpState state,
            String previous,
            String reason,
            String priority) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put(PREFIX + "KIND", subject.kind().name());
        variables.put(PREFIX + "NAME", subject.name());
        variables.put(PREFIX + "EVENT", event);
        variables.put(PREFIX + "STATE", state.name());
        variables.put(PREFIX + "PREVIOUS_STATE", previous);
        variables.put(PREFIX + "REASON", reason);
        variables.put(PREFIX + "PRIORITY", priority);
        variables.put(
                PREFIX + "VRID",
                subject.virtualRouterId().isPresent()
                        ? Integer.toString(subject.virtualRouterId().getAsInt())
                        : "");
        variables.put(PREFIX + "INTERFACE", subject.interfaceName());
        variables.put(
                PREFIX + "VIPS",
                subject.addresses().stream()
                        .map(IpPrefix::toString)
                        .collect(Collectors.joining(" ")));
        return new Variables(Map.copyOf(variables));
    }
}
