package org.ninelives.vrrp.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ninelives.vrrp.core.Stage.HIGHER;
import static org.ninelives.vrrp.core.Stage.LOWER;
import static org.ninelives.vrrp.core.Stage.SECOND;
import static org.ninelives.vrrp.core.State.BACKUP;
import static org.ninelives.vrrp.core.State.FAULT;
import static org.ninelives.vrrp.core.State.INIT;
import static org.ninelives.vrrp.core.State.MASTER;

import org.junit.jupiter.api.Test;

class SyncGroupTest {

    private static final Fault DOWN = new Fault(Fault.Kind.INTERFACE_DOWN, "interface eth0 down");
    private static final Fault AWAITED = new Fault(Fault.Kind.AWAITED, "script chk");
    private static final RouterSettings R100 = RouterSettings.of(2, 100, SECOND);
    private static final RouterSettings OWNER = RouterSettings.of(2, 255, SECOND);
    private static final long MASTER_DOWN = Timers.masterDownNanos(2, 100, SECOND, 3);
    private static final long SKEW = Timers.skewNanos(2, 100, SECOND);

    @Test
    void atTheStartTheGroupIsBackupBeforeItsMembers() {
        GroupStage stage = GroupStage.of(R100, R100);

        assertThat(stage.takeLines())
                .containsExactly("G INIT -> BACKUP", "VI_1 INIT -> BACKUP", "VI_2 INIT -> BACKUP");
    }

    @Test
    void allBecomeMasterTogetherAndTheGroupAfterThem() {
        GroupStage stage = GroupStage.of(R100, R100);
        stage.takeLines();

        stage.waits(MASTER_DOWN);

        assertThat(stage.takeLines())
                .containsExactly(
                        "VI_2 sends 100",
                        "VI_2 announces",
                        "VI_2 BACKUP -> MASTER",
                        "VRRP_Group(G) Syncing instances to MASTER state",
                        "VI_1 sends 100",
                        "VI_1 announces",
                        "VI_1 BACKUP -> MASTER",
                        "G BACKUP -> MASTER");
        assertThat(stage.router("VI_1").reason())
                .isEqualTo("sync group G: VI_2: no master was heard for 3609 ms");
    }

    @Test
    void whoHearsAMasterHoldsTheOthersBack() {
        GroupStage stage = GroupStage.of(R100, R100);

        for (int i = 0; i < 10; i++) {
            stage.waits(SECOND).hears("VI_2", 100, LOWER);
        }
        assertThat(stage.states()).containsExactly(BACKUP, BACKUP);
        assertThat(stage.takeLines())
                .filteredOn(line -> line.contains("waits for the other members"))
                .hasSize(1);

        stage.waits(MASTER_DOWN);
        assertThat(stage.states()).containsExactly(MASTER, MASTER);
    }

    @Test
    void whoHeardAMasterAfterItsClaimClaimsNoMore() {
        GroupStage stage = GroupStage.of(R100, R100).waits(SECOND).hears("VI_2", 100, LOWER);
        stage.waits(MASTER_DOWN - SECOND);

        stage.hears("VI_1", 100, LOWER).waits(SECOND);

        assertThat(stage.states()).containsExactly(BACKUP, BACKUP);
    }

    @Test
    void whenOneYieldsAllDoWithoutAWord() {
        GroupStage stage = master(R100, R100);

        stage.hears("VI_1", 200, HIGHER);

        assertThat(stage.takeLines())
                .containsExactly(
                        "VI_1 MASTER -> BACKUP",
                        "VRRP_Group(G) Syncing instances to BACKUP state",
                        "VI_2 MASTER -> BACKUP",
                        "G MASTER -> BACKUP");
        assertThat(stage.untilDeadline("VI_2")).isEqualTo(MASTER_DOWN);
    }

    @Test
    void whenOneIsAskedToResignAllDo() {
        GroupStage stage = master(R100, R100).input("VI_2", Input.RESIGN);

        assertThat(stage.takeLines())
                .containsExactly(
                        "VI_2 sends 0",
                        "VI_2 MASTER -> BACKUP",
                        "VRRP_Group(G) Syncing instances to BACKUP state",
                        "VI_1 sends 0",
                        "VI_1 MASTER -> BACKUP",
                        "G MASTER -> BACKUP");
        assertThat(stage.hears("VI_1", 0, LOWER).untilDeadline("VI_1")).isEqualTo(MASTER_DOWN);
    }

    @Test
    void whenOneLosesAnAddressAllTryAgainAfterTheSkewTime() {
        GroupStage stage = master(R100, R100).input("VI_1", new Input.AddressesLost("address x"));

        assertThat(stage.takeLines()).contains("VI_1 sends 0", "VI_2 sends 0");
        assertThat(stage.untilDeadline("VI_2")).isEqualTo(SKEW);
        assertThat(stage.waits(SKEW).states()).containsExactly(MASTER, MASTER);
    }

    @Test
    void aFaultOfOneResignsAll() {
        GroupStage stage = master(R100, R100).fault("VI_2", DOWN);

        assertThat(stage.takeLines())
                .containsExactly(
                        "VI_2 sends 0",
                        "VI_2 MASTER -> FAULT",
                        "VRRP_Group(G) Syncing instances to FAULT state",
                        "VI_1 sends 0",
                        "VI_1 MASTER -> FAULT",
                        "G MASTER -> FAULT");
        assertThat(stage.router("VI_1").reason()).isEqualTo("VI_2: interface eth0 down");
        assertThat(stage.router("VI_1").faults())
                .containsExactly(new Fault(Fault.Kind.INTERFACE_DOWN, "VI_2: interface eth0 down"));
    }

    @Test
    void faultIsLeftWhenNobodyHasOne() {
        GroupStage stage = master(R100, R100).fault("VI_2", DOWN).fault("VI_1", DOWN);

        assertThat(stage.fault("VI_2").states()).containsExactly(FAULT, FAULT);
        assertThat(stage.router("VI_1").reason()).isEqualTo("interface eth0 down");
        assertThat(stage.router("VI_2").reason()).isEqualTo("VI_1: interface eth0 down");

        stage.takeLines();
        assertThat(stage.fault("VI_1").states()).containsExactly(BACKUP, BACKUP);
        assertThat(stage.takeLines())
                .containsExactly(
                        "VI_1 FAULT -> BACKUP", "VI_2 FAULT -> BACKUP", "G FAULT -> BACKUP");
        assertThat(stage.untilDeadline("VI_2")).isEqualTo(MASTER_DOWN);
    }

    @Test
    void aFaultKnownBeforeTheStartHoldsAllInFault() {
        GroupStage stage = new GroupStage().create("VI_1", R100).create("VI_2", R100);
        stage.setMembers("VI_1", "VI_2").fault("VI_2", DOWN);
        stage.input("VI_1", Input.START).input("VI_2", Input.START);

        assertThat(stage.takeLines())
                .containsExactly(
                        "VI_1 INIT -> FAULT",
                        "VRRP_Group(G) Syncing instances to FAULT state",
                        "G INIT -> FAULT",
                        "VI_2 INIT -> FAULT");
    }

    @Test
    void anAwaitedResultHoldsAllAndTheBadResultIsTold() {
        GroupStage stage = new GroupStage().create("VI_1", R100).create("VI_2", R100);
        stage.setMembers("VI_1", "VI_2").fault("VI_2", AWAITED);
        stage.input("VI_1", Input.START).input("VI_2", Input.START);
        assertThat(stage.takeLines())
                .contains("VI_1 INIT -> FAULT held", "VI_2 INIT -> FAULT held")
                .contains("G INIT -> FAULT held");

        stage.fault("VI_2", new Fault(Fault.Kind.TRACKER, "script chk"));

        assertThat(stage.takeLines())
                .containsExactly("VI_2 FAULT -> FAULT", "VI_1 FAULT -> FAULT", "G FAULT -> FAULT");
    }

    @Test
    void aGoodResultEndsTheHold() {
        GroupStage stage = new GroupStage().create("VI_1", R100).create("VI_2", R100);
        stage.setMembers("VI_1", "VI_2").fault("VI_2", AWAITED);
        stage.input("VI_1", Input.START).input("VI_2", Input.START);

        assertThat(stage.fault("VI_2").states()).containsExactly(BACKUP, BACKUP);
    }

    @Test
    void aWeakerMasterIsAnsweredByAnnouncementsOfAll() {
        GroupStage stage = master(R100, R100).waits(SECOND / 2).hears("VI_1", 50, LOWER);

        assertThat(stage.takeLines())
                .containsExactly(
                        "VI_1 sends 100", "VI_1 reclaims", "VI_1 announces", "VI_2 announces");
    }

    @Test
    void aGroupThatStoodStillStepsDownWithoutAWord() {
        GroupStage stage = master(R100, R100).pauses(MASTER_DOWN).fault("VI_1", DOWN);

        assertThat(stage.takeLines())
                .containsExactly(
                        "VI_1 MASTER -> BACKUP",
                        "VI_1 BACKUP -> FAULT",
                        "VRRP_Group(G) Syncing instances to FAULT state",
                        "VI_2 MASTER -> BACKUP",
                        "VI_2 BACKUP -> FAULT",
                        "G MASTER -> FAULT");
    }

    @Test
    void whoStopsLeavesTheOthersAloneAndTheGroupStopsLast() {
        GroupStage stage = master(R100, R100).input("VI_1", Input.STOP).input("VI_2", Input.STOP);

        assertThat(stage.takeLines())
                .containsExactly(
                        "VI_1 sends 0",
                        "VI_1 MASTER -> INIT",
                        "VI_2 sends 0",
                        "VI_2 MASTER -> INIT",
                        "G MASTER -> INIT");
    }

    @Test
    void ownersAreMasterWhenTheLastHasStarted() {
        GroupStage stage = GroupStage.of(OWNER, OWNER);

        assertThat(stage.states()).containsExactly(MASTER, MASTER);
        assertThat(stage.takeLines()).endsWith("VI_1 BACKUP -> MASTER", "G BACKUP -> MASTER");
    }

    @Test
    void ownersLeaveFaultAsMasters() {
        GroupStage stage = GroupStage.of(OWNER, OWNER).fault("VI_1", DOWN);

        assertThat(stage.states()).containsExactly(FAULT, FAULT);
        assertThat(stage.fault("VI_1").states()).containsExactly(MASTER, MASTER);
    }

    @Test
    void anOwnerWaitsForOthers() {
        GroupStage stage = GroupStage.of(OWNER, R100);
        assertThat(stage.states()).containsExactly(BACKUP, BACKUP);

        assertThat(stage.waits(MASTER_DOWN).states()).containsExactly(MASTER, MASTER);
    }

    @Test
    void aGroupOfOneIsLikeItsMember() {
        GroupStage stage = GroupStage.of(R100);
        stage.takeLines();

        assertThat(stage.waits(MASTER_DOWN).takeLines())
                .containsExactly(
                        "VI_1 sends 100",
                        "VI_1 announces",
                        "VI_1 BACKUP -> MASTER",
                        "VRRP_Group(G) Syncing instances to MASTER state",
                        "G BACKUP -> MASTER");
    }

    @Test
    void anEmptyGroupIsInInit() {
        GroupStage stage = GroupStage.of(R100).setMembers();

        assertThat(stage.group.state()).isEqualTo(INIT);
        assertThat(stage.states()).containsExactly(BACKUP);
        assertThat(stage.waits(MASTER_DOWN).states()).containsExactly(MASTER);
    }

    // Reload

    @Test
    void sameMembersAgainIsNothing() {
        GroupStage stage = master(R100, R100).setMembers("VI_1", "VI_2");

        assertThat(stage.takeLines()).isEmpty();
    }

    @Test
    void aMemberThatStartsInARunningMasterGroupIsMasterAtOnce() {
        GroupStage stage = master(R100, R100).create("VI_3", R100);
        stage.setMembers("VI_1", "VI_2", "VI_3");
        assertThat(stage.takeLines()).isEmpty();

        stage.input("VI_3", Input.START);

        assertThat(stage.takeLines())
                .containsExactly("VI_3 sends 100", "VI_3 announces", "VI_3 INIT -> MASTER");
        assertThat(stage.router("VI_3").reason()).isEqualTo("sync group G is master");
    }

    @Test
    void aRunningBackupThatJoinsAMasterGroupBecomesMaster() {
        GroupStage stage = master(R100, R100).create("VI_3", R100).input("VI_3", Input.START);
        stage.takeLines();

        stage.setMembers("VI_1", "VI_2", "VI_3");

        assertThat(stage.takeLines())
                .containsExactly("VI_3 sends 100", "VI_3 announces", "VI_3 BACKUP -> MASTER");
    }

    @Test
    void aMasterThatJoinsABackupGroupResigns() {
        GroupStage stage = GroupStage.of(R100).create("VI_2", OWNER).input("VI_2", Input.START);
        stage.takeLines();

        stage.setMembers("VI_1", "VI_2");

        assertThat(stage.takeLines()).containsExactly("VI_2 sends 0", "VI_2 MASTER -> BACKUP");
    }

    @Test
    void aNewMemberWithAFaultTakesTheGroupWithIt() {
        GroupStage stage = master(R100).create("VI_2", R100).fault("VI_2", DOWN);
        stage.input("VI_2", Input.START).takeLines();

        stage.setMembers("VI_1", "VI_2");

        assertThat(stage.takeLines())
                .containsExactly("VI_1 sends 0", "VI_1 MASTER -> FAULT", "G MASTER -> FAULT");
    }

    @Test
    void withoutTheMemberThatHasTheFaultTheGroupGoesOn() {
        GroupStage stage = master(R100, R100).fault("VI_2", DOWN);
        stage.takeLines();

        stage.setMembers("VI_1");

        assertThat(stage.takeLines()).containsExactly("VI_1 FAULT -> BACKUP", "G FAULT -> BACKUP");
        assertThat(stage.states()).containsExactly(BACKUP, FAULT);
    }

    @Test
    void whoLeavesAGroupInFaultWithoutAFaultGoesOnAlone() {
        GroupStage stage = master(R100, R100).fault("VI_2", DOWN);

        assertThat(stage.setMembers("VI_2").states()).containsExactly(BACKUP, FAULT);
    }

    @Test
    void whoLeavesAMasterGroupStaysMaster() {
        GroupStage stage = master(R100, R100).setMembers("VI_1");

        assertThat(stage.takeLines()).isEmpty();
        assertThat(stage.hears("VI_1", 200, HIGHER).states()).containsExactly(BACKUP, MASTER);
    }

    @Test
    void nobodyIsInTwoGroups() {
        GroupStage stage = GroupStage.of(R100);
        SyncGroup other = new SyncGroup("H", effect -> {});

        assertThatThrownBy(() -> stage.setMembersOf(other, "VI_1"))
                .hasMessage("VI_1 is in another sync group already");
        stage.setMembers().setMembersOf(other, "VI_1");
        assertThat(other.state()).isEqualTo(BACKUP);
    }

    private static GroupStage master(RouterSettings... settings) {
        GroupStage stage = GroupStage.of(settings).waits(MASTER_DOWN);
        stage.takeLines();
        return stage;
    }
}
