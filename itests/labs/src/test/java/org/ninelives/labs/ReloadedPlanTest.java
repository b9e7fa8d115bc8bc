package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is moved, removed and regrouped by one reload under running masters. */
@LabTest
@ExtendWith(Evidence.class)
class ReloadedPlanTest {
    private static final String FIRST = "10.0.0.44";
    private static final String MOVED = "10.0.0.45";
    private static final String SECOND = "10.0.0.46";
    private static final List<String> ALL = List.of(FIRST, MOVED, SECOND);
    private static final String GROUP = "(?s)vrrp_sync_group.*?}\\s*}";

    // keepalived may lose such an address; its manual wants two reloads for this.
    @Test
    void anAddressMovesToAnotherInstanceWithoutLeavingTheInterface() {
        try (Lab lab = Labs.open("plan", Labs.NINELIVES_ALONE)) {
            Router a = startMaster(lab);
            Node node = a.node();
            KernelEvents events = new KernelEvents(lab, node, "address");

            for (int i = 1; i <= 2; i++) {
                boolean isMovedAway = i == 1;
                Labs.edited(lab, "a", text -> isMovedAway ? moved(text) : text);
                a.reload();
                a.log().await(i, "Reload finished");
            }

            assertThat(events.lines()).noneMatch(line -> line.contains(MOVED));
            assertThat(node.ownedOf(ALL)).hasSize(3);
            assertThat(a.log().count("Entering MASTER STATE")).isEqualTo(2);
        }
    }

    @EachPairing
    void anInstanceGoesAndNothingGoesWithIt(Pairing pairing) {
        try (Lab lab = Labs.open("plan", pairing)) {
            Router a = startMaster(lab);
            Router b = startBackup(lab, a);

            for (Router router : List.of(b, a)) {
                Labs.edited(lab, router.node().name(), ReloadedPlanTest::withoutSecond);
                router.reload();
                router.log().await("Reload");
            }

            lab.await("the address goes", () -> !a.node().owns(SECOND));
            lab.awaitValue(
                    "a farewell",
                    () ->
                            lab.wire()
                                    .firstAdvert(
                                            a.node(),
                                            Instant.EPOCH,
                                            x -> x.vrid() == 52 && x.priority() == 0));
            lab.stays(
                    "a owns the others",
                    Timers.late(90),
                    () -> a.node().ownedOf(ALL).equals(Set.of(FIRST, MOVED)));
            assertThat(b.node().ownedOf(ALL)).isEmpty();
            lab.awaitAdvert(a.node(), Instant.now());
            assertThat(lab.wire().advertsOf(b.node())).isEmpty();
            assertThat(a.log().text()).doesNotContain("FAULT");
        }
    }

    @EachPairing
    void aGroupIsMadeAndUnmadeUnderItsMasters(Pairing pairing) {
        try (Lab lab = Labs.open("plan", pairing)) {
            Router a = startMaster(lab);
            Router b = startBackup(lab, a);

            for (UnaryOperator<String> edit :
                    List.<UnaryOperator<String>>of(
                            text -> text.replaceFirst(GROUP, ""), UnaryOperator.identity())) {
                for (Router router : List.of(a, b)) {
                    Labs.edited(lab, router.node().name(), edit);
                    router.reload();
                    router.log().await("Reload");
                }
                lab.stays(
                        "a owns all",
                        Timers.late(90),
                        () -> a.node().ownedOf(ALL).size() == 3 && b.node().ownedOf(ALL).isEmpty());
            }
            lab.awaitAdvert(a.node(), Instant.now());
            assertThat(lab.wire().advertsOf(b.node())).isEmpty();
            assertThat(a.log().count("Entering MASTER STATE")).isEqualTo(2);
        }
    }

    private static Router startMaster(Lab lab) {
        Router a = lab.start("a", Labs.edited(lab, "a", UnaryOperator.identity()));
        lab.await("a owns all", () -> a.node().ownedOf(ALL).size() == 3);
        a.log().await(2, "Entering MASTER STATE");
        return a;
    }

    private static Router startBackup(Lab lab, Router master) {
        Router b = lab.start("b", Labs.edited(lab, "b", UnaryOperator.identity()));
        b.log().await(2, "Entering BACKUP STATE");
        lab.awaitBackup(b, master);
        return b;
    }

    private static String moved(String text) {
        return text.replaceFirst("\\n *10.0.0.45/24", "")
                .replace("10.0.0.46/24", "10.0.0.46/24\n        10.0.0.45/24");
    }

    private static String withoutSecond(String text) {
        return text.replaceFirst("(?s)vrrp_instance VI_2.*", "").replaceFirst("\\n *VI_2", "");
    }
}
