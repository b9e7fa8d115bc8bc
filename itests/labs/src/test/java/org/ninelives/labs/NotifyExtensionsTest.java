package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What keepalived does not have: waiting before the stop, limits, and words about broken scripts.
 */
@LabTest
@ExtendWith(Evidence.class)
class NotifyExtensionsTest {
    private static final String VIP = "10.0.0.44";

    @Test
    void theScriptBeforeTheStopRunsWhileTheAddressIsThere() {
        try (Lab lab = Labs.open("notify", Labs.NINELIVES_ALONE)) {
            Router a =
                    NotifyTest.start(
                            lab,
                            "a",
                            text ->
                                    text.replaceAll(
                                            "(?m)^ *notify \".*$",
                                            "    notify_pre_stop \"/bin/sh LAB/addresses.sh"
                                                    + " NODE\""));
            lab.awaitMaster(a, VIP);
            a.term();

            assertThat(NotifyTest.told(lab, a, "addresses.txt", 1))
                    .containsExactly("PRE_STOP MASTER address there");
            assertThat(NotifyTest.told(lab, a, "told.txt", 3))
                    .containsExactly("backup", "master", "stop");
        }
    }

    @Test
    void aScriptThatHangsIsEndedAndTheNextStateIsTold() {
        try (Lab lab = Labs.open("notify", Labs.NINELIVES_ALONE)) {
            Router a =
                    NotifyTest.start(
                            lab,
                            "a",
                            text ->
                                    text.replace("notify.sh", "hang.sh")
                                            .replace(
                                                    "global_defs {",
                                                    "global_defs {\n    notify_timeout 2"));
            lab.awaitMaster(a, VIP);
            NotifyTest.told(lab, a, "told.txt", 2);
            lab.cut("a", "eth1");

            assertThat(NotifyTest.told(lab, a, "told.txt", 3))
                    .containsExactly("backup", "master", "fault");
            a.log().await("notify_master of vrrp_instance VI_1 timed out after 2.000 s");
        }
    }

    @Test
    void aScriptThatIsNotThereIsToldOfAtTheStartAndHarmsNobody() {
        try (Lab lab = Labs.open("notify", Labs.NINELIVES_ALONE)) {
            Router a =
                    NotifyTest.start(
                            lab,
                            "a",
                            text ->
                                    text.replace(
                                            "\"/bin/sh LAB/notify.sh NODE master\"",
                                            "/nowhere/master.sh"));
            lab.awaitMaster(a, VIP);
            a.log().await("Notify script /nowhere/master.sh: ");
            a.log().await("notify_master of vrrp_instance VI_1 could not be started: ");
            assertThat(NotifyTest.told(lab, a, "generic.txt", 2))
                    .containsExactly("INSTANCE VI_1 BACKUP 100", "INSTANCE VI_1 MASTER 100");
            assertThat(a.log().count("Notify script /nowhere/master.sh: ")).isEqualTo(1);
        }
    }

    @Test
    void aReloadStartsReadersAgainAndWritesStatesIfToldSo() {
        try (Lab lab = Labs.open("notify", Labs.NINELIVES_ALONE)) {
            Router a =
                    NotifyTest.start(
                            lab,
                            "a",
                            text ->
                                    text.replace(
                                            "global_defs {",
                                            "global_defs {\n    fifo_write_vrrp_states_on_reload"));
            lab.awaitMaster(a, VIP);
            NotifyTest.told(lab, a, "all.txt", 2);
            a.reload();
            a.log().await("Reload complete");

            List<String> lines = NotifyTest.told(lab, a, "all.txt", 3);
            assertThat(lines)
                    .containsExactly(
                            "INSTANCE \"VI_1\" BACKUP 100",
                            "INSTANCE \"VI_1\" MASTER 100",
                            "INSTANCE \"VI_1\" MASTER 100");
            Path fifo = a.node().folder().resolve("all.fifo");
            a.term();
            assertThat(fifo).doesNotExist();
        }
    }
}
