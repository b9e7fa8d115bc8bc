package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** What two hundred scripts each second do to the adverts of their daemon. */
@LabTest
@Isolated("takes the processors away from others")
@ExtendWith(Evidence.class)
class ScriptLoadTest {
    private static final int SCRIPTS = 200;
    private static final Duration TIME = Duration.ofMinutes(1);

    /** Two intervals; after three and a skew the backup would take over. */
    private static final Duration GAP_MAX = Duration.ofSeconds(2);

    @Test
    void twoHundredScriptsEachSecondLeaveTheAdvertsInTime() {
        try (Lab lab = Labs.open("script-load", Labs.NINELIVES_ALONE)) {
            Router a = lab.start("a", Labs.edited(lab, "a", ScriptLoadTest::withScripts));
            lab.awaitMaster(a, "10.0.0.44");
            Router b = lab.start("b");
            lab.awaitBackup(b, a);
            a.log().await(SCRIPTS, "succeeded");
            Vitals before = a.vitals();

            lab.stays("a is master", TIME, () -> a.node().owns("10.0.0.44"));

            Vitals after = a.vitals();
            List<Long> gaps = gapsMillis(lab, a);
            Evidence.note(
                    "adverts each 1000 ms, gaps up to %d ms, 99%% below %d ms; %s"
                            .formatted(gaps.getLast(), gaps.get(gaps.size() * 99 / 100), after));
            assertThat(Duration.ofMillis(gaps.getLast())).isLessThan(GAP_MAX);
            assertThat(b.log().count("Entering MASTER STATE")).isZero();
            lab.await(
                    "descriptors are no more than before",
                    () -> a.vitals().descriptors() <= before.descriptors());
            lab.await("there is no zombie", () -> zombies(a) == 0);

            a.log().await("VRRP_Script(chk0) succeeded");
            assertThat(a.log().count("failed")).isZero();
            assertThat(a.log().count("timed out")).isZero();
        }
    }

    private static String withScripts(String text) {
        String definitions =
                IntStream.range(0, SCRIPTS)
                        .mapToObj(
                                i ->
                                        "vrrp_script chk%d {\n    script /bin/true\n    timeout 5\n}\n"
                                                .formatted(i))
                        .collect(Collectors.joining());
        String tracked =
                IntStream.range(0, SCRIPTS)
                        .mapToObj(i -> "chk" + i)
                        .collect(Collectors.joining("\n        "));
        return definitions + text.replace("TRACKED", tracked);
    }

    /** The times between the adverts of a node, from short to long. */
    private static List<Long> gapsMillis(Lab lab, Router router) {
        List<Advert> adverts = lab.wire().advertsOf(router.node());
        return IntStream.range(1, adverts.size())
                .mapToObj(
                        i ->
                                Duration.between(adverts.get(i - 1).time(), adverts.get(i).time())
                                        .toMillis())
                .sorted()
                .toList();
    }

    private static long zombies(Router router) {
        return router.node()
                .run(List.of("ps", "--ppid", Long.toString(router.pid()), "-o", "stat="), "")
                .output()
                .lines()
                .filter(line -> line.startsWith("Z"))
                .count();
    }
}
