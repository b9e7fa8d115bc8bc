package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.api.track.TrackerKind.BFD;
import static org.ninelives.api.track.TrackerKind.SCRIPT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.vrrp.core.Thing;

class WatchersTest {

    private final Watchers watchers = new Watchers();
    private final FakeSource scripts = new FakeSource(SCRIPT);
    private final FakeSource sessions = new FakeSource(BFD);
    private final Map<Thing, Finding> first = new HashMap<>();
    private final List<String> next = new ArrayList<>();

    @BeforeEach
    void watch() {
        scripts.known.put("chk", Finding.GOOD);
        watchers.add(scripts);
        watchers.add(sessions);
    }

    private static Thing thing(TrackerKind kind, String name) {
        return new Thing(kind, name);
    }

    private void handOver() {
        first.clear();
        watchers.handOver(
                found -> {
                    first.putAll(found);
                    return true;
                },
                (thing, finding) -> next.add(thing.kind() + " " + thing.name() + " " + finding));
    }

    @Test
    void eachSourceIsAskedForItsOwn() {
        watchers.follow(Set.of(thing(SCRIPT, "chk"), thing(BFD, "peer")));

        assertThat(scripts.followed()).containsExactly("chk");
        assertThat(sessions.followed()).containsExactly("peer");
    }

    @Test
    void whatIsFoundBeforeTheHandOverComesWithItAndTheRestAfterIt() {
        watchers.follow(Set.of(thing(SCRIPT, "chk"), thing(BFD, "peer")));
        scripts.find("chk", Finding.BAD);
        assertThat(next).isEmpty();

        handOver();
        scripts.find("chk", Finding.GOOD);

        assertThat(first)
                .containsOnly(
                        Map.entry(thing(SCRIPT, "chk"), Finding.BAD),
                        Map.entry(thing(BFD, "peer"), Finding.ABSENT));
        assertThat(next).containsExactly("SCRIPT chk GOOD");
    }

    @Test
    void duringAReloadNothingReachesTheConfigurationThatGoes() {
        watchers.follow(Set.of(thing(SCRIPT, "chk")));
        handOver();

        scripts.known.put("chk", Finding.UNKNOWN);
        watchers.follow(Set.of(thing(SCRIPT, "chk")));

        assertThat(next).isEmpty();
        handOver();
        assertThat(first).containsEntry(thing(SCRIPT, "chk"), Finding.UNKNOWN);
    }

    @Test
    void whoHasNothingToWatchAnyMoreIsToldSo() {
        watchers.follow(Set.of(thing(SCRIPT, "chk")));
        handOver();
        watchers.end();

        assertThat(scripts.followed()).isEmpty();
        scripts.find("chk", Finding.BAD);
        assertThat(next).isEmpty();
    }

    @Test
    void aSourceThatGoesIsNotAskedAnyMore() {
        watchers.follow(Set.of(thing(SCRIPT, "chk")));
        handOver();
        watchers.remove(scripts);
        watchers.follow(Set.of(thing(SCRIPT, "chk"), thing(SCRIPT, "other")));
        handOver();

        assertThat(scripts.followed()).containsExactly("chk");
        assertThat(first).isEmpty();
    }

    @Test
    void aSourceThatFailsDoesNoHarmToOthers() {
        watchers.add(new FakeSource(TrackerKind.FILE).failing());
        watchers.follow(Set.of(thing(SCRIPT, "chk"), thing(TrackerKind.FILE, "f")));
        handOver();

        assertThat(first).containsOnlyKeys(thing(SCRIPT, "chk"));
    }
}
