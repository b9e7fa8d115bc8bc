package org.ninelives.lvs.settings;

import java.util.List;
import org.ninelives.api.ipvs.SyncInterface;
import org.ninelives.config.Problems;

/** The sync daemon as files of old ask for it: by {@code lvs_sync_daemon_interface}. */
public final class OldSyncDaemon {

    private static final String KEYWORD = "lvs_sync_daemon_interface";

    private OldSyncDaemon() {}

    /**
     * The settings with the sync daemon that follows the first of these virtual routers, unless
     * {@code lvs_sync_daemon} is there. The others are reported.
     */
    public static LvsSettings add(
            LvsSettings settings, List<SyncInterface> named, Problems problems) {
        LvsSettings complete = settings;
        for (SyncInterface each : named) {
            LvsGlobals globals = complete.globals();
            if (globals.sync().isPresent()) {
                problems.error(
                        each.position(),
                        KEYWORD,
                        "(%s) has already been specified as %s - ignoring"
                                .formatted(each.instance(), globals.sync().get().interfaceName()));
            } else {
                SyncSettings sync = SyncSettings.ofOld(each.interfaceName(), each.instance());
                complete =
                        new LvsSettings(
                                globals.withSync(sync),
                                complete.groups(),
                                complete.virtualServers());
            }
        }
        return complete;
    }
}
