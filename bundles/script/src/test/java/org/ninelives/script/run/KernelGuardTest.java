package org.ninelives.script.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ninelives.linux.program.LinuxProcessGroups;

/** What the shell does when the daemon tells it nothing any more, which a killed one does too. */
@Tag("kernel")
final class KernelGuardTest {

    private final Guard guard = new Guard("/usr/bin/setsid", Map.of("PATH", "/usr/bin:/bin"));
    private Process ended;
    private Process left;
    private Process deaf;

    @BeforeEach
    void start() throws Exception {
        ended = group("exec sleep 600");
        left = group("sleep 600 & sleep 600");
        deaf = group("trap '' TERM; echo deaf; while :; do sleep 1; done");
        deaf.getInputStream().read();
    }

    @AfterEach
    void stop() {
        LinuxProcessGroups groups = new LinuxProcessGroups();
        groups.kill(ended.pid());
        groups.kill(left.pid());
        groups.kill(deaf.pid());
    }

    private static Process group(String script) throws Exception {
        Process process = new ProcessBuilder("/usr/bin/setsid", "sh", "-c", script).start();
        while (!new LinuxProcessGroups().exists(process.pid())) {
            Thread.onSpinWait();
        }
        return process;
    }

    @Test
    void theGroupsThatAreLeftEnd() throws Exception {
        guard.add(ended.pid());
        guard.add(left.pid());
        guard.add(deaf.pid());
        guard.remove(ended.pid());
        guard.remove(ended.pid());
        guard.remove(4711);

        guard.close();

        assertThat(left.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(deaf.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ended.isAlive()).isTrue();
    }
}
