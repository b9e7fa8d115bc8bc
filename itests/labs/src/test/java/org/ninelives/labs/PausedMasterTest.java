package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Masters that are held still for five seconds, and wake up in a world that has gone on. */
@LabTest
@ExtendWith(Evidence.class)
class PausedMasterTest {
    private static final String VIP = "10.0.0.44";
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** As a suspended machine, that even its companion sleeps. */
    @ParameterizedTest
    @CsvSource({"seed-pair, a", "nopreempt, b"})
    void aSuspendedMasterHearsBeforeItTalks(String name, String master) {
        try (Lab lab = Labs.open(name, Labs.NINELIVES_ALONE)) {
            Router a = lab.start("a");
            lab.awaitMaster(a, VIP);
            Router b = lab.start("b");
            lab.awaitBackup(b, a);

            Instant paused = Instant.now();
            a.pause();
            lab.awaitMaster(b, VIP);
            Await.pause(PAUSE.minus(Duration.between(paused, Instant.now())));
            Instant resumed = Instant.now();
            a.resume();

            verifyEnd(lab, a, b, master, resumed);
        }
    }

    /** As a JVM that hangs while its companion does not. */
    @ParameterizedTest
    @CsvSource({"seed-pair, a", "nopreempt, b"})
    void aHangingMasterLosesItsAddressBeforeAnotherHasIt(String name, String master) {
        try (Lab lab = Labs.open(name, Labs.NINELIVES_ALONE)) {
            Router a = lab.start("a");
            lab.awaitMaster(a, VIP);
            Router b = lab.start("b");
            lab.awaitBackup(b, a);

            Instant hung = a.hang();
            lab.await("a has lost the address", () -> !a.node().owns(VIP));
            Duration time = Duration.between(hung, Instant.now());
            Evidence.note("%s: gone after %.2f s".formatted(name, time.toNanos() / 1e9));
            assertThat(time).isLessThan(Duration.ofSeconds(3));
            lab.awaitMaster(b, VIP);
            Await.pause(PAUSE.minus(Duration.between(hung, Instant.now())));
            Instant resumed = Instant.now();
            a.resume();

            verifyEnd(lab, a, b, master, resumed);
        }
    }

    private static void verifyEnd(Lab lab, Router a, Router b, String master, Instant resumed) {
        lab.await(
                "only " + master + " owns the address", () -> owners(a, b).equals(List.of(master)));
        Advert heard = lab.awaitAdvert(b.node(), resumed);
        lab.awaitAdvert(lab.node(master), Instant.now());
        lab.stays(
                "only " + master + " owns the address",
                Timers.late(90),
                () -> owners(a, b).equals(List.of(master)));
        lab.awaitAdvert(lab.node(master), Instant.now());
        assertThat(lab.wire().advertsOf(a.node()))
                .as("adverts of a before it has heard b at " + heard.time())
                .noneMatch(x -> x.time().isAfter(resumed) && x.time().isBefore(heard.time()));
        assertThat(a.log().text()).doesNotContain("Exception");
    }

    private static List<String> owners(Router... routers) {
        return List.of(routers).stream()
                .filter(router -> router.node().owns(VIP))
                .map(router -> router.node().name())
                .toList();
    }
}
