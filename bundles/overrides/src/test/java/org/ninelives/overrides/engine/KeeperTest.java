package org.ninelives.overrides.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ninelives.overrides.core.Samples.priority;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.api.management.Caller;
import org.ninelives.api.management.OverrideStatus;
import org.ninelives.api.override.Lasting;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKey;
import org.ninelives.api.override.OverrideKind;
import org.ninelives.overrides.core.StateText;

/** The life of overrides: set, told, ended by time, people, reloads and restarts. */
class KeeperTest {

    private static final OverrideKey PRIORITY = new OverrideKey(OverrideKind.PRIORITY, "VI_1");
    private static final OverrideKey STANDBY = new OverrideKey(OverrideKind.STANDBY, "VI_1");
    private static final OverrideKey GONE = new OverrideKey(OverrideKind.PRIORITY, "VI_9");

    @TempDir private Path folder;

    private Daemon daemon;
    private Keeper keeper;
    private final FakeTarget target = new FakeTarget("VI_1");

    private void start() {
        daemon = new Daemon(folder);
        keeper = daemon.restart();
        keeper.add(target);
    }

    @Test
    void whatIsSetHoldsAndIsToldBesideWhatIsConfigured() throws Exception {
        start();

        OverrideStatus status =
                new Caller("control", "10.9.9.9")
                        .call(() -> keeper.set(PRIORITY, "150", 600, "UNTIL_RELOAD"));

        assertThat(status)
                .isEqualTo(
                        new OverrideStatus(
                                "priority",
                                "VI_1",
                                "150",
                                "100",
                                "control at 10.9.9.9",
                                1_000_000,
                                1_600_000,
                                "UNTIL_RELOAD"));
        assertThat(keeper.all()).containsExactly(status);
        assertThat(target.held()).containsExactly("priority of VI_1 150");
        assertThat(daemon.told())
                .containsExactly(
                        "Override: control at 10.9.9.9 set priority of VI_1 from 100 to 150, until"
                                + " 1970-01-01T00:26:40Z or the next reload or restart");
    }

    @Test
    void theSecondIsToldFromTheFirst() {
        start();
        keeper.set(PRIORITY, "150", 0, "");

        keeper.set(PRIORITY, "120", 0, "");

        assertThat(daemon.told())
                .last()
                .asString()
                .contains("from 150 to 120, until the next restart");
        assertThat(keeper.all()).hasSize(1);
    }

    @Test
    void itEndsWhenItsTimeIsUpWhateverTheWallClockSays() {
        start();
        keeper.set(PRIORITY, "150", 10, "");
        keeper.set(STANDBY, "on", 20, "");
        daemon.told();
        daemon.times.setMillis(9_000_000_000L);

        daemon.times.advance(Duration.ofMillis(9_999));
        assertThat(target.held()).hasSize(2);

        daemon.times.advance(Duration.ofMillis(1));
        assertThat(target.held()).containsExactly("standby of VI_1 on");
        assertThat(daemon.told())
                .containsExactly(
                        "Override: the time of priority of VI_1 150 is up, back to 100; local had"
                                + " set it at 1970-01-01T00:16:40Z");

        daemon.times.advance(Duration.ofSeconds(10));
        assertThat(target.held()).isEmpty();
    }

    @Test
    void peopleRevertOneOrAll() throws Exception {
        start();
        keeper.set(PRIORITY, "150", 0, "");
        keeper.set(STANDBY, "on", 0, "UNTIL_REVERTED");
        daemon.told();

        assertThat(new Caller("control", "::1").call(() -> keeper.revert(PRIORITY))).isTrue();
        assertThat(keeper.revert(PRIORITY)).isFalse();
        assertThat(daemon.told())
                .containsExactly(
                        "Override: control at ::1 reverted priority of VI_1 from 150 to 100; local"
                                + " had set it at 1970-01-01T00:16:40Z");
        assertThat(keeper.revertAll(key -> true)).isEqualTo(1);
        assertThat(keeper.all()).isEmpty();
        assertThat(target.held()).isEmpty();
        assertThat(daemon.file).doesNotExist();
    }

    @Test
    void aReloadEndsWhatLastsUntilThen() {
        start();
        keeper.set(PRIORITY, "150", 0, "UNTIL_RELOAD");
        keeper.set(STANDBY, "on", 0, "");
        daemon.told();

        keeper.reloaded();

        assertThat(target.held()).containsExactly("standby of VI_1 on");
        assertThat(daemon.told())
                .containsExactly(
                        "Override: the reload ends priority of VI_1 150, back to 100; local had"
                                + " set it at 1970-01-01T00:16:40Z");
    }

    @Test
    void aRestartLeavesWhatLastsUntilItIsReverted() {
        start();
        keeper.set(PRIORITY, "150", 100, "UNTIL_REVERTED");
        keeper.set(STANDBY, "on", 0, "");
        daemon.times.advance(Duration.ofSeconds(40));

        FakeTarget late = new FakeTarget("VI_1");
        daemon.restart().add(late);

        assertThat(late.held()).containsExactly("priority of VI_1 150");
        assertThat(daemon.told())
                .containsExactly(
                        "Override: priority of VI_1 150 holds again, until 1970-01-01T00:18:20Z or"
                                + " somebody reverts it; local had set it at"
                                + " 1970-01-01T00:16:40Z");
        daemon.times.advance(Duration.ofSeconds(60));
        assertThat(late.held()).isEmpty();
    }

    @Test
    void whatPassedWhileTheDaemonWasDownIsDroppedWithALine() {
        start();
        keeper.set(PRIORITY, "150", 100, "UNTIL_REVERTED");
        keeper.close();
        assertThat(daemon.times.isClosed()).isTrue();
        daemon.times.setMillis(1_100_000);

        Keeper next = daemon.restart();

        assertThat(next.all()).isEmpty();
        assertThat(daemon.told())
                .containsExactly(
                        "Override: the time of priority of VI_1 150 was up at 1970-01-01T00:18:20Z,"
                                + " while the daemon was down; local had set it at"
                                + " 1970-01-01T00:16:40Z");
        assertThat(daemon.file).doesNotExist();
    }

    @Test
    void anUpdateOfTheBundleEndsNothingAndARestartAfterItDoes() {
        start();
        keeper.set(PRIORITY, "150", 0, "UNTIL_RELOAD");
        keeper.set(STANDBY, "on", 0, "");

        keeper.handOver();
        Keeper next = daemon.update();
        assertThat(next.all())
                .extracting(OverrideStatus::kind)
                .containsExactly("priority", "standby");
        assertThat(daemon.file).as("only what outlives a restart").doesNotExist();

        next.handOver();
        assertThat(daemon.restart().all()).isEmpty();
        assertThat(daemon.told()).allMatch(line -> line.startsWith("Override: the restart ends "));
    }

    @Test
    void whatIsNotThereWaits() {
        start();

        keeper.set(GONE, "150", 0, "");

        assertThat(keeper.all()).extracting(OverrideStatus::configured).containsExactly("");
        keeper.add(new FakeTarget("VI_9"));
        assertThat(keeper.all()).extracting(OverrideStatus::configured).containsExactly("100");
    }

    @Test
    void aTargetThatFailsKeepsNobodyElseFromHolding() {
        start();
        target.failFromNowOn();
        FakeTarget other = new FakeTarget();
        keeper.add(other);

        keeper.set(PRIORITY, "150", 0, "");

        assertThat(other.held()).containsExactly("priority of VI_1 150");
    }

    @Test
    void aTargetThatIsGoneIsToldNothing() {
        start();
        keeper.remove(target);
        int before = target.calls();

        keeper.set(PRIORITY, "150", 0, "");

        assertThat(target.calls()).isEqualTo(before);
    }

    @Test
    void whatIsNoneIsRefusedWithASentence() {
        start();

        assertThatThrownBy(() -> keeper.set(PRIORITY, "150", -1, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("seconds: -1 is not in 0..315360000");
        assertThatThrownBy(() -> keeper.set(PRIORITY, "150", 315_360_001, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> keeper.set(PRIORITY, "150", 0, "for ever"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "lasting: 'for ever' is none of [UNTIL_RELOAD, UNTIL_RESTART,"
                                + " UNTIL_REVERTED], nor empty for UNTIL_RESTART");
        assertThatThrownBy(() -> keeper.set(PRIORITY, "255", 0, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("priority: '255' is no value for it");
        assertThat(keeper.all()).isEmpty();
        assertThat(daemon.told()).isEmpty();
    }

    @Test
    void thereMayNotBeTooMany() throws Exception {
        daemon = new Daemon(folder);
        List<LiveOverride> many =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> priority("I" + i, 1, 1000, 0, Lasting.UNTIL_REVERTED))
                        .toList();
        Files.write(daemon.file, new StateText("run-0", many).bytes());
        keeper = daemon.restart();

        assertThatThrownBy(() -> keeper.set(PRIORITY, "150", 0, ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("there are 10000 overrides already; revert some");
        keeper.set(new OverrideKey(OverrideKind.PRIORITY, "I0"), "2", 0, "");
    }

    @Test
    void aFileThatCannotBeWrittenStopsNothingAndIsTriedAgain() throws Exception {
        start();
        Files.createDirectory(folder.resolve("overrides.state.new"));
        Files.createFile(folder.resolve("overrides.state.new/in-the-way"));

        OverrideStatus status = keeper.set(PRIORITY, "150", 0, "UNTIL_REVERTED");

        assertThat(target.held()).containsExactly("priority of VI_1 150");
        assertThat(status.lasting()).isEqualTo("UNTIL_RESTART");
        assertThat(daemon.told()).last().asString().endsWith("to 150, until the next restart");
        assertThat(keeper.stateFileProblem()).contains("overrides.state.new");

        Files.delete(folder.resolve("overrides.state.new/in-the-way"));
        daemon.times.advance(Duration.ofSeconds(30));

        assertThat(keeper.stateFileProblem()).isEmpty();
        assertThat(keeper.all())
                .extracting(OverrideStatus::lasting)
                .containsExactly("UNTIL_REVERTED");
        assertThat(daemon.restart().all()).hasSize(1);
    }
}
