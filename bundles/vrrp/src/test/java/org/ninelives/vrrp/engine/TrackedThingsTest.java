package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.api.track.TrackerKind.BFD;
import static org.ninelives.api.track.TrackerKind.FILE;
import static org.ninelives.api.track.TrackerKind.SCRIPT;
import static org.ninelives.api.track.TrackerKind.VIRTUAL_SERVER;
import static org.ninelives.vrrp.engine.Samples.ELECTION;
import static org.ninelives.vrrp.engine.Samples.instance;
import static org.ninelives.vrrp.engine.Samples.pair;

import org.junit.jupiter.api.Test;
import org.ninelives.api.track.Finding;
import org.ninelives.testkit.FakeLan;
import org.ninelives.vrrp.core.State;

class TrackedThingsTest {

    private static final String GROUP =
            "vrrp_sync_group G {\n group { VI_1 VI_2 }\n track_script { SCRIPT }\n}\n";
    private static final String MEMBERS =
            instance("VI_1", 1, 100, "10.0.0.41/24") + instance("VI_2", 2, 100, "10.0.0.42/24");

    private final FakeLan lan = new FakeLan();
    private final Host a = Host.withEth0(lan, "a", "10.0.0.1/24");
    private final Host b = Host.withEth0(lan, "b", "10.0.0.2/24");

    private static String tracking(String lines) {
        return pair(100).replace("priority 100", "priority 100\n" + lines);
    }

    @Test
    void aScriptWithWeightHandsMastershipOverAndTakesItBack() {
        a.find(SCRIPT, Finding.GOOD);
        a.run(tracking("track_script { SCRIPT weight -20 }"));
        b.run(pair(90));
        lan.advance(ELECTION);
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);

        a.find(SCRIPT, Finding.BAD);
        assertThat(a.status("VI_1").effectivePriority()).isEqualTo(80);
        lan.advance(ELECTION);
        assertThat(b.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.explain("VI_1")).contains("tracks script SCRIPT: bad, takes off 20");

        a.find(SCRIPT, Finding.GOOD);
        lan.advance(ELECTION);
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.explain("VI_1")).contains("tracks script SCRIPT: good, changes nothing");
    }

    @Test
    void aVirtualServerWithoutQuorumHandsMastershipOverAndTakesItBack() {
        a.find(VIRTUAL_SERVER, Finding.UNKNOWN);
        a.run(tracking("track_virtual_server { VIRTUAL_SERVER }"));
        b.run(pair(90));
        lan.advance(ELECTION);
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);

        a.find(VIRTUAL_SERVER, Finding.BAD);
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
        assertThat(a.status("VI_1").reason()).isEqualTo("virtual_server VIRTUAL_SERVER");
        lan.advance(ELECTION);
        assertThat(b.state("VI_1")).isEqualTo(State.MASTER);

        a.find(VIRTUAL_SERVER, Finding.GOOD);
        lan.advance(ELECTION);
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
    }

    @Test
    void aScriptWithoutWeightIsAFaultThatSaysWhy() {
        a.find(SCRIPT, Finding.GOOD);
        a.run(tracking("track_script { SCRIPT }"));
        lan.advance(ELECTION);

        a.find(SCRIPT, Finding.BAD);

        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
        assertThat(a.status("VI_1").reason()).isEqualTo("script SCRIPT");
        assertThat(a.addresses()).doesNotContain(Samples.VIP);
    }

    @Test
    void beforeItsFirstResultAnInstanceIsHeld() {
        a.find(SCRIPT, Finding.UNKNOWN);
        a.run(tracking("track_script { SCRIPT }"));
        lan.advance(ELECTION);
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
        assertThat(a.events).contains("VI_1 INIT -> FAULT held");

        a.find(SCRIPT, Finding.GOOD);
        assertThat(a.state("VI_1")).isEqualTo(State.BACKUP);
    }

    @Test
    void beforeItsFirstResultAWeightCountsForNothing() {
        a.find(SCRIPT, Finding.UNKNOWN);
        a.run(tracking("track_script { SCRIPT weight 20 }"));

        assertThat(a.state("VI_1")).isEqualTo(State.BACKUP);
        assertThat(a.status("VI_1").effectivePriority()).isEqualTo(100);
    }

    @Test
    void whatNobodyWatchesCountsForNothing() {
        a.run(tracking("track_script { SCRIPT }"));

        assertThat(a.state("VI_1")).isEqualTo(State.BACKUP);
        assertThat(a.explain("VI_1"))
                .contains("tracks script SCRIPT: watched by nobody, changes nothing");
    }

    @Test
    void aFileSetsThePriorityByItsValue() {
        a.find(FILE, new Finding.Value(7));
        a.run(tracking("track_file { FILE weight 3 }"));
        assertThat(a.status("VI_1").effectivePriority()).isEqualTo(121);

        a.find(FILE, new Finding.Value(-90));

        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
        assertThat(a.explain("VI_1")).contains("tracks file FILE: -90, a fault");
    }

    @Test
    void theSameFindingAgainWakesNobody() {
        a.find(SCRIPT, Finding.GOOD);
        a.run(tracking("track_script { SCRIPT weight 5 }"));
        a.events.clear();

        a.find(SCRIPT, Finding.GOOD);
        a.find(BFD, Finding.BAD);

        assertThat(a.events).isEmpty();
    }

    @Test
    void aTrackerOfAGroupMovesAllMembers() {
        a.find(SCRIPT, Finding.GOOD);
        a.run(GROUP + MEMBERS);
        b.run("vrrp_sync_group G {\n group { VI_1 VI_2 }\n}\n" + MEMBERS.replace("100", "90"));
        lan.advance(ELECTION);
        assertThat(a.state("VI_2")).isEqualTo(State.MASTER);

        a.find(SCRIPT, Finding.BAD);
        lan.advance(ELECTION);

        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
        assertThat(a.state("VI_2")).isEqualTo(State.FAULT);
        assertThat(b.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(b.state("VI_2")).isEqualTo(State.MASTER);
    }

    @Test
    void aReloadKeepsWhatIsKnownAndChangesNothingByHalves() {
        a.find(SCRIPT, Finding.BAD);
        a.run("vrrp_sync_group G {\n group { VI_1 VI_2 }\n}\n" + tracked(MEMBERS));
        lan.advance(ELECTION);
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
        a.events.clear();

        a.run(GROUP + MEMBERS);

        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
        assertThat(a.events).isEmpty();
    }

    private static String tracked(String instances) {
        return instances.replace("interface eth0", "interface eth0\ntrack_script { SCRIPT }");
    }

    @Test
    void aReloadThatTracksNoMoreEndsTheFault() {
        a.find(SCRIPT, Finding.BAD);
        a.run(tracking("track_script { SCRIPT }"));
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);

        a.run(pair(100));

        assertThat(a.state("VI_1")).isEqualTo(State.BACKUP);
        a.find(SCRIPT, Finding.GOOD);
        assertThat(a.state("VI_1")).isEqualTo(State.BACKUP);
    }
}
