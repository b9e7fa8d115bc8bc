package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is told and done at the stop, whatever the order in which the bundles of the daemon go. */
@LabTest
@ExtendWith(Evidence.class)
class StopTest {
    private static final String VIP = "10.0.0.44";

    @Test
    void addressesWaitForWhatIsToBeDoneBeforeTheyLeave() {
        try (Lab lab = Labs.open("notify", Labs.NINELIVES_ALONE)) {
            Router a =
                    NotifyTest.start(
                            lab,
                            "a",
                            text ->
                                    text.replace(
                                            "notify_stop",
                                            "notify_pre_stop \"/bin/sh LAB/pre-stop.sh NODE\"\n"
                                                    + "    notify_stop"));
            lab.awaitMaster(a, VIP);
            a.term();

            Path folder = a.node().folder();
            assertThat(NotifyTest.read(folder.resolve("pre-stop.txt")))
                    .anyMatch(line -> line.contains(VIP));
            assertThat(NotifyTest.read(folder.resolve("told.txt")))
                    .containsExactly("backup", "master", "stop");
            assertThat(a.node().owns(VIP)).isFalse();
        }
    }

    @Test
    void whatHappenedCanBeReadInOrderByWhoeverComesLater() {
        try (Lab lab = Labs.open("notify", Labs.NINELIVES_ALONE)) {
            Router a = NotifyTest.start(lab, "a");
            lab.awaitMaster(a, VIP);
            String events = Jmxterm.byPid(a).run("run -b org.ninelives:type=Daemon eventsSince 0");

            assertThat(events)
                    .contains("type = daemon;", "name = configuration;", "Startup complete")
                    .containsSubsequence(
                            "(VI_1) Entering BACKUP STATE (init)", "(VI_1) Entering MASTER STATE");
        }
    }
}
