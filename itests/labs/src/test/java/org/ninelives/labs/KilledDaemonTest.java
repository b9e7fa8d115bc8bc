package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a daemon that is killed leaves on the machine: nothing, unless it was told to. */
@LabTest
@ExtendWith(Evidence.class)
class KilledDaemonTest {
    private static final String VIP = "10.0.0.44";
    private static final String VIRTUAL = "10.0.0.45";

    @Test
    void allThatAMasterHadIsGoneAtOnce() {
        try (Lab lab = Labs.open("crash", Labs.NINELIVES_ALONE)) {
            Router a = lab.start("a");
            Node node = a.node();
            awaitAll(lab, node);
            a.log().await("Startup complete");
            KernelEvents events = new KernelEvents(lab, node, "link", "address", "route", "rule");

            Instant killed = a.killAlone();

            lab.await("everything is gone", () -> isClean(node));
            Duration time = Duration.between(killed, events.lastDeletion().orElseThrow());
            Evidence.note("%d ms after kill -9".formatted(time.toMillis()));
            assertThat(time).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void whoWantsToKeepThemKeepsThem() {
        try (Lab lab = Labs.open("crash", Labs.NINELIVES_ALONE)) {
            Router a = lab.start("a", lab.file("a.conf"), List.of(), "-V");
            Node node = a.node();
            awaitAll(lab, node);

            a.killAlone();

            lab.await("it has ended", () -> !a.isAlive());
            lab.stays("all is there", Duration.ofSeconds(2), () -> hasAll(node));
        }
    }

    @Test
    void theNextStartRemovesWhatWasLeft() {
        try (Lab lab = Labs.open("crash", Labs.NINELIVES_ALONE)) {
            Router a = lab.start("a", lab.file("a.conf"), List.of(), "-V");
            Node node = a.node();
            awaitAll(lab, node);
            a.killAlone();
            lab.await("it has ended", () -> !a.isAlive());

            Router again = lab.start("a");
            again.log().await("Entering BACKUP STATE");
            lab.await("what was left is gone", () -> !node.owns(VIP) && !node.owns(VIRTUAL));
            awaitAll(lab, node);
            again.term();
            assertThat(isClean(node)).isTrue();
        }
    }

    private static void awaitAll(Lab lab, Node node) {
        lab.await("a has all that belongs to a master", () -> hasAll(node));
    }

    private static boolean hasAll(Node node) {
        return node.owns(VIP)
                && node.owns(VIRTUAL)
                && node.lines("route show table all", "10.9.0.0/24").size() == 1
                && node.lines("route show table all", "10.10.0.0/24").size() == 1
                && node.lines("rule show", "10.9.0.0/24").size() == 1
                && !node.lines("link show", "vrrp.52").isEmpty();
    }

    private static boolean isClean(Node node) {
        return !node.owns(VIP)
                && !node.owns(VIRTUAL)
                && node.lines("route show table all", "10.9.0.0/24").isEmpty()
                && node.lines("route show table all", "10.10.0.0/24").isEmpty()
                && node.lines("rule show", "10.9.0.0/24").isEmpty()
                && node.lines("link show", "vrrp.52").isEmpty()
                && node.run(List.of("nft", "list", "ruleset"), "").output().isBlank();
    }
}
