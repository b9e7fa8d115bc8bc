package org.ninelives.vrrp.settings;

import static org.ninelives.vrrp.settings.CommonTypes.flag;

import java.util.List;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;
import org.ninelives.vrrp.core.Tracker;

/** The keywords of {@code vrrp_instance} about what it watches. */
final class TrackingGrammar {

    static final Keyword<Boolean> DONT_TRACK_PRIMARY =
            flag("dont_track_primary", "the instance's own interface may be down");
    static final Keyword<List<Located<Tracker>>> TRACK_INTERFACE =
            Keyword.entries(
                    "track_interface",
                    new TrackedInterfaceEntry(),
                    "further interfaces that decide about fault or priority");
    static final Keyword<Boolean> TRACK_SRC_IP =
            flag("track_src_ip", "without its source address on the interface it is in fault");

    static final List<Keyword<?>> KEYWORDS =
            List.of(DONT_TRACK_PRIMARY, TRACK_INTERFACE, TRACK_SRC_IP);

    private TrackingGrammar() {}
}
