package org.ninelives.notify.script.core;

import java.util.Map;
import org.ninelives.api.notify.LvsEvent;

/**
 * The environment of the scripts of virtual servers and real servers. All variables are there each
 * time; what does not apply is empty.
 */
final class LvsVariables {

    private LvsVariables() {}

    static Map<String, String> of(LvsEvent.RealServerState change) {
        return Map.of(
                "NINELIVES_KIND", "RS",
                "NINELIVES_NAME", change.realServer(),
                "NINELIVES_VIRTUAL_SERVER", change.virtualServer(),
                "NINELIVES_STATE", LvsNotices.word(change),
                "NINELIVES_STOPPING", stopping(change.stopping()),
                "NINELIVES_REASON", change.reason(),
                "NINELIVES_WEIGHT", "",
                "NINELIVES_QUORUM", "");
    }

    static Map<String, String> of(LvsEvent.QuorumState change) {
        return Map.of(
                "NINELIVES_KIND", "VS",
                "NINELIVES_NAME", change.virtualServer(),
                "NINELIVES_VIRTUAL_SERVER", change.virtualServer(),
                "NINELIVES_STATE", LvsNotices.word(change),
                "NINELIVES_STOPPING", stopping(change.stopping()),
                "NINELIVES_REASON", change.text(),
                "NINELIVES_WEIGHT", Long.toString(change.weight()),
                "NINELIVES_QUORUM", Long.toString(change.quorum()));
    }

    private static String stopping(boolean stopping) {
        return stopping ? "1" : "";
    }
}
