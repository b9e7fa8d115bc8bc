package org.ninelives.linux.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinuxProcessGroupsTest {

    private final LinuxProcessGroups groups = new LinuxProcessGroups();

    @Test
    void theWholeGroupEndsAndIsNoMore() throws Exception {
        Process shell = new ProcessBuilder("setsid", "sh", "-c", "sleep 600 & echo; wait").start();
        shell.getInputStream().read();
        assertThat(groups.exists(shell.pid())).isTrue();

        assertThat(groups.terminate(shell.pid())).isTrue();

        assertThat(shell.waitFor(10, TimeUnit.SECONDS)).isTrue();
        // The one left to init may take a moment to be waited for.
        while (groups.exists(shell.pid())) {
            Thread.onSpinWait();
        }
        assertThat(groups.kill(shell.pid())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void everybodyAndThisDaemonAreNoGroup(long group) {
        assertThatThrownBy(() -> groups.kill(group)).isInstanceOf(IllegalArgumentException.class);
    }
}
