package org.ninelives.vrrp.settings;

import static org.ninelives.vrrp.settings.CommonTypes.flag;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.config.grammar.Keyword;

/** The keywords of {@code vrrp_instance} about what it watches. */
final class TrackingGrammar {

    static final Keyword<Boolean> DONT_TRACK_PRIMARY =
            flag("dont_track_primary", "the instance's own interface may be down");
    static final Keyword<Boolean> TRACK_SRC_IP =
            flag("track_src_ip", "without its source address on the interface it is in fault");

    static final List<Keyword<?>> KEYWORDS = keywords();

    private TrackingGrammar() {}

    private static List<Keyword<?>> keywords() {
        List<Keyword<?>> keywords = new ArrayList<>(TrackerKeywords.all());
        keywords.add(DONT_TRACK_PRIMARY);
        keywords.add(TRACK_SRC_IP);
        return List.copyOf(keywords);
    }
}
