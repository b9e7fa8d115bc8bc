package org.ninelives.vrrp.dump;

import java.util.Collection;
import java.util.List;
import org.ninelives.api.dump.DumpText;
import org.ninelives.api.management.InterfaceStatus;

/** Interfaces as text. */
public final class InterfaceText {

    private InterfaceText() {}

    /** All that virtual routers use. */
    public static List<String> of(Collection<InterfaceStatus> links) {
        DumpText page = new DumpText();
        links.forEach(link -> write(page, link));
        return page.lines();
    }

    private static void write(DumpText page, InterfaceStatus link) {
        page.thing("Name", link.name());
        page.say("index", link.index());
        page.say("IPv4 address", first(link, false));
        page.say("IPv6 address", first(link, true));
        if (!link.mac().isEmpty()) {
            page.say("MAC", link.mac());
        }
        page.say(
                "State",
                (link.administrativelyUp() ? "UP" : "DOWN")
                        + (link.running() ? ", RUNNING" : ", not RUNNING"));
        page.say("Up debounce timer", link.upDelayMicros() + "us");
        page.say("Down debounce timer", link.downDelayMicros() + "us");
        page.say("MTU", link.mtu());
        page.list("Tracking VRRP instances :", link.usedBy());
    }

    private static String first(InterfaceStatus link, boolean ipv6) {
        return link.addresses().stream()
                .filter(address -> address.contains(":") == ipv6)
                .map(address -> address.replaceFirst("[/ ].*", ""))
                .findFirst()
                .orElse("(none)");
    }
}
