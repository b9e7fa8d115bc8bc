package org.ninelives.vrrp.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.vrrp.core.Tracker;

class SyncGroupsTest {

    private static String instance(String name, int vrid, String lines) {
        return """
        vrrp_instance %s {
        interface eth0
        virtual_router_id %d
        no_virtual_ipaddress
        %s
        }
        """
                .formatted(name, vrid, lines);
    }

    private static final String PAIR = instance("A", 1, "") + instance("B", 2, "");

    @Test
    void aGroupMayStandBeforeItsMembers() {
        ConfigText text =
                ConfigText.of(
                        "vrrp_sync_group G {\n"
                                + "group {\n"
                                + "A B\n"
                                + "}\n"
                                + "track_interface { eth9 weight 5 }\n"
                                + "}\n"
                                + PAIR);

        assertThat(text.problems()).isEmpty();
        assertThat(text.settings().groups()).hasSize(1);
        SyncGroupSettings group = text.settings().groups().getFirst();
        assertThat(group.members()).containsExactly("A", "B");
        assertThat(group.trackers())
                .containsExactly(new Tracker(TrackerKind.INTERFACE, "eth9", 5, false));
    }

    @Test
    void membersMustExistAndBeInOneGroupOnly() {
        ConfigText text =
                ConfigText.of(
                        PAIR
                                + "vrrp_sync_group G { group { A\nB\nC D } }\n"
                                + "vrrp_sync_group H { group { B } }\n"
                                + "vrrp_sync_group G { group { A } }\n");

        assertThat(text.settings().groups())
                .extracting(SyncGroupSettings::members)
                .containsExactly(List.of("A", "B"));
        assertThat(text.problems())
                .containsExactly(
                        "ERROR vrrp.conf:15: group: there is no vrrp_instance C, D for sync group"
                                + " G",
                        "ERROR vrrp.conf:16: group: B is already a member of G, and cannot follow"
                                + " two groups",
                        "WARNING vrrp.conf:16: vrrp_sync_group: H has no member that runs; it is"
                                + " left out",
                        "ERROR vrrp.conf:17: vrrp_sync_group: G is already defined at vrrp.conf:13;"
                                + " this block is skipped");
    }

    @Test
    void aMemberThatCannotRunIsMissed() {
        ConfigText text =
                ConfigText.of(
                        PAIR
                                + "vrrp_instance X { no_virtual_ipaddress }\n"
                                + "vrrp_sync_group G { group { A X } }\n");

        assertThat(text.settings().groups().getFirst().members()).containsExactly("A");
        assertThat(text.problems())
                .anyMatch(problem -> problem.contains("X cannot run, so sync group G goes without"))
                .anyMatch(problem -> problem.contains("G has one member, A"));
    }

    @Test
    void weightsOfMembersGoUnlessTheGroupKeepsThem() {
        String weighted = "track_interface { eth1 weight 10 }";
        String members = instance("A", 1, weighted) + instance("B", 2, "");

        ConfigText neutral = ConfigText.of(members + "vrrp_sync_group G { group { A B } }");
        ConfigText kept =
                ConfigText.of(
                        members
                                + "vrrp_sync_group G {\nsync_group_tracking_weight\ngroup { A B }"
                                + " }");

        assertThat(trackersOfA(neutral)).extracting(Tracker::weight).containsExactly(0);
        assertThat(neutral.problems())
                .singleElement()
                .asString()
                .startsWith("WARNING vrrp.conf:5: track_interface: interface eth1");
        assertThat(trackersOfA(kept)).extracting(Tracker::weight).containsExactly(10);
        assertThat(kept.problems()).isEmpty();
    }

    private static Iterable<Tracker> trackersOfA(ConfigText text) {
        return text.settings().instances().getFirst().tracking().trackers();
    }

    @Test
    void anOwnerAmongOthersIsToldOf() {
        ConfigText text =
                ConfigText.of(
                        instance("A", 1, "priority 255")
                                + instance("B", 2, "")
                                + "vrrp_sync_group G { group { A B } }");

        assertThat(text.problems())
                .singleElement()
                .asString()
                .contains("G has members of priority 255 and others");
    }
}
