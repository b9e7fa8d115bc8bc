package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scripts that misbehave: each has its line in the log, and the router is master all the while. */
@LabTest
@ExtendWith(Evidence.class)
class ScriptAbuseTest {
    private static final String VIP = "10.0.0.44";

    @Test
    void noScriptDoesHarmAndNoneOutlivesAKilledDaemon() throws Exception {
        try (Lab lab = Labs.open("script-abuse", Labs.NINELIVES_ALONE)) {
            Node node = lab.node("a");
            write(lab, "endless.sh", "sleep 600");
            write(
                    lab,
                    "forking.sh",
                    "i=0; while [ $i -lt 50 ]; do sleep 600 & i=$((i+1)); done; wait");
            write(lab, "deaf.sh", "trap '' TERM; while :; do sleep 1; done");
            write(lab, "flooding.sh", "exec yes");
            write(lab, "crashing.sh", "kill -SEGV $$");
            Path gone = write(lab, "gone.sh", "exit 0");
            Router a = ScriptFiles.start(lab, "a");
            lab.awaitMaster(a, VIP);

            Log log = a.log();
            log.await("VRRP_Script(endless) timed out after ");
            log.await("VRRP_Script(forking) timed out after ");
            log.await("vrrp_script deaf takes no notice of SIGTERM, sending SIGKILL");
            log.await("VRRP_Script(deaf) timed out after ");
            log.await("VRRP_Script(flooding) timed out after ");
            log.await("output: y | y | y | y | y");
            log.await("VRRP_Script(crashing) failed (ended by signal 11)");
            log.await("Disabling vrrp_script missing: /no/such/script does not exist");
            log.await("Disabling vrrp_script relative: the path scripts/chk.sh is relative");
            log.await("Disabling vrrp_script nobodys: there is no user no-such-user");
            log.await("VRRP_Script(gone) succeeded");
            Files.delete(gone);
            log.await(
                    "VRRP_Script(gone) failed (could not be started: " + gone + " does not exist)");

            assertThat(node.owns(VIP)).isTrue();
            assertThat(log.count("Entering BACKUP STATE")).isLessThanOrEqualTo(1);
            assertThat(log.count("Entering FAULT STATE")).isZero();
            lab.await("scripts run", () -> running(node) > 0);

            a.killAlone();
            lab.await("no script is left", () -> running(node) == 0);
        }
    }

    private static Path write(Lab lab, String script, String body) {
        return ScriptFiles.write(lab, "a", script, "#!/bin/sh\n" + body + "\n");
    }

    /** Shells that run one of the scripts. */
    private static long running(Node node) {
        return node.run(List.of("pgrep", "-f", "^/bin/sh " + node.folder()), "")
                .output()
                .lines()
                .count();
    }
}
