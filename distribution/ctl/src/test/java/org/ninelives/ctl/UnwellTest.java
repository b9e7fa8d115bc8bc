package org.ninelives.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.management.BundleFileStatus;
import org.ninelives.api.management.BundleFolderMXBean;
import org.ninelives.api.management.DaemonMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.TrackerStatus;
import org.ninelives.api.management.VirtualServerMXBean;

/** Lists that end with a status of their own when something in them is not well. */
class UnwellTest extends AtTheTerminal {

    @ParameterizedTest
    @CsvSource({"UP, UP, 0", "UP, DOWN, 5", "DRAINED, UP, 0"})
    void aServerThatIsDown(String first, String second, int status) {
        String virtual = "[10.0.0.1]:tcp:80";
        daemon.answer(
                VirtualServerMXBean.class,
                ObjectNames.virtualServer(virtual),
                "getServers",
                nothing ->
                        Map.of(
                                "1", Samples.server(virtual, "[192.168.0.2]:tcp:80", first),
                                "2", Samples.server(virtual, "[192.168.0.3]:tcp:80", second)));

        Ended ended = run("servers");
        assertThat(ended.status()).isEqualTo(status);
        assertThat(ended.out())
                .containsPattern("192.168.0.2.*" + first)
                .containsPattern("192.168.0.3.*" + second);
    }

    @ParameterizedTest
    @CsvSource({"GOOD, 0", "UNKNOWN, 0", "BAD, 5"})
    void aTrackerThatIsBad(String state, int status) {
        daemon.answer(
                DaemonMXBean.class,
                ObjectNames.daemon(),
                "getTrackers",
                nothing ->
                        Map.of(
                                "web",
                                new TrackerStatus(
                                        "script", "web", state, 0, 0, "exited", List.of())));

        Ended ended = run("trackers");
        assertThat(ended.status()).isEqualTo(status);
        assertThat(ended.out()).containsPattern("script +web +" + state);
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, '', 0", "REFUSED, 'no zip', 5"})
    void aFileThatIsNoBundle(String state, String reason, int status) {
        daemon.answer(
                BundleFolderMXBean.class,
                ObjectNames.bundleFolder(),
                "getFiles",
                nothing -> List.of(new BundleFileStatus("my.jar", state, "", "", reason, 0)));

        Ended ended = run("bundles");
        assertThat(ended.status()).isEqualTo(status);
        assertThat(ended.out()).containsPattern("my.jar +" + state + ".*" + reason);
    }
}
