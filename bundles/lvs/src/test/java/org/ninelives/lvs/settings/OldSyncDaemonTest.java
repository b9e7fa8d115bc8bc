package org.ninelives.lvs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ninelives.api.ipvs.SyncInterface;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.config.Position;
import org.ninelives.config.Problem;
import org.ninelives.config.Problems;

/** Which of several virtual routers the sync daemon follows is what keepalived 2.2.7 does. */
class OldSyncDaemonTest {

    private final Problems problems = new Problems();

    private Optional<SyncSettings> read(String text, String... interfaces) {
        List<SyncInterface> named =
                IntStream.rangeClosed(1, interfaces.length)
                        .mapToObj(
                                number ->
                                        new SyncInterface(
                                                "VI_" + number,
                                                new InterfaceName(interfaces[number - 1]),
                                                new Position("a.conf", number)))
                        .toList();
        LvsSettings settings = ConfigText.of(text).settings();
        return OldSyncDaemon.add(settings, named, problems).globals().sync();
    }

    @Test
    void itFollowsTheVirtualRouterThatNamesItsInterface() {
        assertThat(read("", "eth0"))
                .contains(SyncSettings.ofOld(new InterfaceName("eth0"), "VI_1"));
        assertThat(read("", "eth0").orElseThrow().id()).hasValue(0);
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void ofSeveralTheFirstCounts() {
        assertThat(read("", "eth0", "eth1"))
                .contains(SyncSettings.ofOld(new InterfaceName("eth0"), "VI_1"));
        assertThat(problems.all())
                .singleElement()
                .extracting(Problem::message)
                .isEqualTo("(VI_2) has already been specified as eth0 - ignoring");
    }

    @Test
    void globalDefsCountBeforeAllOfThem() {
        assertThat(read("global_defs { lvs_sync_daemon eth9 VI_9 id 7 }", "eth0"))
                .get()
                .extracting(SyncSettings::interfaceName)
                .hasToString("eth9");
        assertThat(problems.all()).hasSize(1);
    }

    @Test
    void withoutAnyThereIsNone() {
        assertThat(read("")).isEmpty();
    }
}
