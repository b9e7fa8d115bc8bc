package org.ninelives.vrrp.dump;

import java.util.List;
import java.util.function.Function;
import org.ninelives.api.dump.DumpText;
import org.ninelives.api.management.VrrpSyncGroupStatus;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.vrrp.core.State;
import org.ninelives.vrrp.settings.SyncGroupSettings;

/** Sync groups as text. */
public final class GroupText {

    private GroupText() {}

    /**
     * All of them.
     *
     * @param status how a group is now
     */
    public static List<String> of(
            List<SyncGroupSettings> groups,
            Function<SyncGroupSettings, VrrpSyncGroupStatus> status) {
        DumpText page = new DumpText();
        groups.forEach(group -> write(page, group, status.apply(group)));
        return page.lines();
    }

    private static void write(DumpText page, SyncGroupSettings group, VrrpSyncGroupStatus status) {
        page.thing("VRRP Sync Group", group.name() + ", " + status.state());
        page.sentence(
                "Num member fault "
                        + count(status, State.FAULT)
                        + ", num member init "
                        + count(status, State.INIT));
        page.list("VRRP member instances :", group.members());
        page.say(
                "Using smtp notification",
                group.notifications().audience().smtpAlert().orElse(false) ? "yes" : "no");
        for (TrackerKind kind : TrackerKind.values()) {
            TrackerLines.write(page, group.trackers(), kind);
        }
        ScriptLines.write(page, group.notifications().audience());
    }

    private static long count(VrrpSyncGroupStatus status, State state) {
        return status.members().values().stream().filter(state.name()::equals).count();
    }
}
