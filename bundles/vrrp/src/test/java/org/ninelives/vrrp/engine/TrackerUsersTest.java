package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.api.track.TrackerKind.SCRIPT;
import static org.ninelives.vrrp.engine.Samples.instance;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.TrackerUser;
import org.ninelives.vrrp.core.Thing;
import org.ninelives.vrrp.settings.ConfigText;

class TrackerUsersTest {

    private static final Thing CHK = new Thing(SCRIPT, "SCRIPT");

    private static Map<Thing, List<TrackerUser>> users(String trackers) {
        String text =
                "vrrp_sync_group G {\n group { VI_2 }\n track_script { SCRIPT }\n}\n"
                        + instance("VI_2", 2, 100, "10.0.0.42/24")
                        + instance("VI_1", 1, 100, "10.0.0.41/24")
                                .replace("virtual_router_id 1", "virtual_router_id 1\n" + trackers);
        return TrackerUsers.of(ConfigText.of(text).settings());
    }

    @Test
    void virtualRoutersAndSyncGroupsCountAThingWithTheirOwnWeights() {
        assertThat(users("track_script { SCRIPT weight -20 reverse }"))
                .containsOnlyKeys(CHK)
                .containsEntry(
                        CHK,
                        List.of(
                                new TrackerUser("vrrp_instance", "VI_1", -20, true),
                                new TrackerUser("vrrp_sync_group", "G", 0, false)));
    }

    @Test
    void whoeverWatchesIsToldWhoCountsUntilTheEnd() {
        Watchers watchers = new Watchers();
        watchers.countedBy(users(""));
        assertThat(watchers.users(SCRIPT, "SCRIPT")).hasSize(1);
        assertThat(watchers.users(SCRIPT, "other")).isEmpty();

        watchers.end();
        assertThat(watchers.users(SCRIPT, "SCRIPT")).isEmpty();
    }
}
