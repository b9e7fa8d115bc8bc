package org.ninelives.vrrp.dump;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.management.VrrpCounters;

/** Counters of virtual routers, as the file of statistics has them. */
public final class StatsText {

    private final List<String> lines = new ArrayList<>();

    private StatsText() {}

    /** Those of all of them. */
    public static List<String> of(List<InstanceView> views) {
        StatsText text = new StatsText();
        for (InstanceView view : views) {
            text.lines.add("VRRP Instance: " + view.settings().name());
            text.write(view.counters());
        }
        return text.lines;
    }

    private void write(VrrpCounters counters) {
        heading("Advertisements");
        count("Received", counters.advertRcvd());
        count("Sent", counters.advertSent());
        lines.add("  Became master: " + counters.becomeMaster());
        lines.add("  Released master: " + counters.releaseMaster());
        heading("Packet Errors");
        count("Length", counters.packetLenErr());
        count("TTL", counters.ipTtlErr());
        count("Invalid Type", counters.invalidTypeRcvd());
        count("Advertisement Interval", counters.advertIntervalErr());
        count("Address List", counters.addrListErr());
        heading("Authentication Errors");
        count("Invalid Type", counters.invalidAuthtype());
        count("Type Mismatch", counters.authtypeMismatch());
        count("Failure", counters.authFailure());
        heading("Priority Zero");
        count("Received", counters.priZeroRcvd());
        count("Sent", counters.priZeroSent());
    }

    private void heading(String text) {
        lines.add("  " + text + ":");
    }

    private void count(String label, long count) {
        lines.add("    " + label + ": " + count);
    }
}
