package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.vrrp.engine.Samples.ELECTION;
import static org.ninelives.vrrp.engine.Samples.instance;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ninelives.testkit.FakeLan;
import org.ninelives.vrrp.core.State;

class GroupsTest {

    private static final String GROUP = "vrrp_sync_group G {\n group {\n VI_1\n VI_2\n }\n}\n";

    private final FakeLan lan = new FakeLan();
    private final Host a = host("a", "1");
    private final Host b = host("b", "2");

    private Host host(String name, String last) {
        Host host = Host.withEth0(lan, name, "10.0.0." + last + "/24");
        host.machine.addLink("eth1");
        host.machine.addAddress("eth1", "10.1.0." + last + "/24");
        return host;
    }

    private static String members(int priority) {
        return instance("VI_1", 1, priority, "10.0.0.41/24")
                + instance("VI_2", 2, priority, "10.1.0.41/24").replace("eth0", "eth1");
    }

    private static String withTracker(String tracker) {
        return "vrrp_sync_group G {\n group {\n VI_1\n VI_2\n }\n track_interface {\n "
                + tracker
                + "\n }\n}\n"
                + members(100);
    }

    @Test
    void aCutLinkMovesBothMembersToTheOtherNodeAndBack() {
        a.run(GROUP + members(100));
        b.run(GROUP + members(90));
        lan.advance(ELECTION);
        assertThat(a.state("VI_2")).isEqualTo(State.MASTER);

        a.machine.setRunning("eth1", false);
        lan.advance(ELECTION);

        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
        assertThat(a.state("VI_2")).isEqualTo(State.FAULT);
        assertThat(a.addresses()).doesNotContain("10.0.0.41/24");
        assertThat(b.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(b.state("VI_2")).isEqualTo(State.MASTER);
        assertThat(b.addresses("eth1")).contains("10.1.0.41/24");

        a.machine.setRunning("eth1", true);
        lan.advance(ELECTION.multipliedBy(2));
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.state("VI_2")).isEqualTo(State.MASTER);
        assertThat(b.state("VI_1")).isEqualTo(State.BACKUP);
        assertThat(b.state("VI_2")).isEqualTo(State.BACKUP);
    }

    @Test
    void atTheStopTheGroupIsToldToStopAfterItsMembers() {
        a.run(GROUP + members(100));
        lan.advance(ELECTION);
        a.events.clear();

        a.stop();

        assertThat(a.events)
                .containsExactly(
                        "VI_1 MASTER -> STOP",
                        "VI_2 MASTER -> STOP",
                        "group G MASTER -> STOP",
                        "removed VI_1",
                        "removed VI_2");
    }

    @Test
    void aGroupThatAReloadRemovesIsToldAFault() {
        a.run(GROUP + members(100));
        lan.advance(ELECTION);
        a.events.clear();

        a.run(instance("VI_3", 3, 100, "10.0.0.43/24"));

        assertThat(a.events)
                .startsWith(
                        "VI_1 MASTER -> FAULT", "VI_2 MASTER -> FAULT", "group G MASTER -> FAULT");
    }

    @Test
    void theGroupIsToldBackupBeforeItsMembersAndMasterAfterThem() {
        a.run(GROUP + members(100));
        lan.advance(ELECTION);

        assertThat(a.events)
                .startsWith(
                        "added VI_1",
                        "added VI_2",
                        "group G INIT -> BACKUP",
                        "VI_1 INIT -> BACKUP",
                        "VI_2 INIT -> BACKUP")
                .contains("VI_1 BACKUP -> MASTER", "VI_2 BACKUP -> MASTER")
                .endsWith("group G BACKUP -> MASTER")
                .hasSize(8);
    }

    @Test
    void aMemberThatAReloadAddsFollowsTheGroupAndOneThatItRemovesGoesOnAlone() {
        String single = "vrrp_sync_group G {\n group {\n VI_1\n }\n}\n";
        a.run(single + members(100));
        lan.advance(ELECTION);
        a.run(GROUP + members(100));
        a.machine.setRunning("eth1", false);
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);

        a.run(single + members(100));
        assertThat(a.state("VI_1")).isEqualTo(State.BACKUP);
        assertThat(a.state("VI_2")).isEqualTo(State.FAULT);
        lan.advance(ELECTION);
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
    }

    @Test
    void aNewMemberOfAMasterGroupIsMasterAtOnce() {
        a.run(
                "vrrp_sync_group G {\n group {\n VI_1\n }\n}\n"
                        + instance("VI_1", 1, 100, "10.0.0.41/24"));
        lan.advance(ELECTION);

        a.run(GROUP + members(100));

        assertThat(a.state("VI_2")).isEqualTo(State.MASTER);
        assertThat(a.addresses("eth1")).contains("10.1.0.41/24");
    }

    @Test
    void aTrackerThatAReloadGivesTheGroupCountsForItsMembersAtOnce() {
        a.run(GROUP + members(100));
        lan.advance(ELECTION);

        a.run(withTracker("eth7"));
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
        assertThat(a.state("VI_2")).isEqualTo(State.FAULT);

        a.run(GROUP + members(100));
        lan.advance(ELECTION);
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
    }

    @Test
    void aTrackerOfTheGroupFollowsItsInterface() {
        a.machine.addLink("eth7");
        a.run(withTracker("eth7"));
        lan.advance(ELECTION);
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);

        a.machine.setRunning("eth7", false);

        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
        assertThat(a.state("VI_2")).isEqualTo(State.FAULT);
    }

    @Test
    void aRefusedAddressOfOneMemberFaultsAll() {
        a.machine
                .refusals()
                .changes(
                        change -> change.address().prefix().toString().startsWith("10.1"), "EPERM");
        a.run(GROUP + members(100));

        lan.advance(ELECTION);

        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
        assertThat(a.addresses()).containsExactly("10.0.0.1/24");
        lan.advance(Duration.ofSeconds(10));
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
    }
}
