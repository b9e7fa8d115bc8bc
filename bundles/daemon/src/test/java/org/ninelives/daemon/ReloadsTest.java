package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.api.management.ReloadReport;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.daemon.core.Condition;
import org.ninelives.daemon.core.GuardSettings;

class ReloadsTest {

    private static final GuardSettings GUARD =
            new GuardSettings(Duration.ofSeconds(10), Condition.DEFAULT);

    private final FakeSection lamps = new FakeSection("lamp");
    private final TextSource source = new TextSource("lamp hall { size 3 }");
    private final Told told = new Told();
    private final List<String> messages = new ArrayList<>();
    private final HealthWatch health = new HealthWatch();
    private final RunningConfiguration configuration =
            new RunningConfiguration(
                    new Loader(source, KnownKeywords.load()), () -> List.of(lamps), told);
    private ReloadSettings settings = ReloadSettings.NONE;
    private long nowNanos;
    private final Reloads reloads =
            new Reloads(
                    configuration,
                    () -> settings,
                    new ServiceManager(messages::add, () -> nowNanos),
                    health,
                    told,
                    () -> nowNanos);

    @BeforeEach
    void start() {
        configuration.start();
        hears(VrrpState.INIT, VrrpState.BACKUP, false);
    }

    @Test
    void theServiceManagerHearsTheBeginningAndTheTrueEnd() {
        nowNanos = 5_000_000;
        source.edit("lamp hall { size 4 }");
        reloads.reload("SIGHUP");
        source.edit("lamp hall {");
        reloads.reload("SIGHUP");

        assertThat(messages)
                .hasSize(4)
                .startsWith(
                        "RELOADING=1\nMONOTONIC_USEC=5000\nSTATUS=Reloading",
                        "READY=1\nSTATUS=Running, reloaded: 1 change\nERRNO=0");
        assertThat(messages.getLast())
                .startsWith("READY=1\nSTATUS=Reload refused, what ran runs on: k.conf")
                .endsWith("ERRNO=22");
    }

    @Test
    void theMarkerIsThereDuringTheReloadOnly(@TempDir Path folder) throws Exception {
        Path marker = folder.resolve("reload");
        Files.writeString(marker, "made by who writes the configuration");
        settings =
                new ReloadSettings(Optional.empty(), false, Optional.of(marker), Optional.empty());
        List<Long> sizes = new ArrayList<>();
        lamps.whenPrepared(
                () -> sizes.add(marker.toFile().exists() ? marker.toFile().length() : -1));

        reloads.reload("SIGHUP");

        assertThat(sizes).containsExactly(0L);
        assertThat(marker).doesNotExist();
    }

    @Test
    void aMarkerThatCannotBeWrittenDoesNotKeepFromReloading() {
        settings =
                new ReloadSettings(
                        Optional.empty(),
                        false,
                        Optional.of(Path.of("/proc/no/such/folder")),
                        Optional.empty());
        source.edit("lamp hall { size 4 }");

        assertThat(reloads.reload("SIGHUP").result()).isEqualTo("APPLIED");
    }

    @Test
    void whatWasPlannedIsReloaded() {
        source.edit("lamp hall { size 4 }");
        String hash = configuration.plan().hash();

        assertThat(reloads.reload("control", hash.substring(0, 8)).result()).isEqualTo("APPLIED");
        assertThat(reloads.reload("control", hash).result()).isEqualTo("UNCHANGED");
    }

    @Test
    void whatWasEditedSinceThePlanIsRefused() {
        source.edit("lamp hall { size 4 }");
        String hash = configuration.plan().hash();
        source.edit("lamp hall { size 5 }");

        ReloadReport report = reloads.reload("control", hash);

        assertThat(report.result()).isEqualTo("REFUSED");
        assertThat(report.summary())
                .startsWith("the files were edited since the plan " + hash)
                .contains(configuration.plan().hash());
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 3));
    }

    @Test
    void tooFewDigitsAreNoHash() {
        source.edit("lamp hall { size 4 }");
        String hash = configuration.plan().hash();

        for (String digits : List.of("", hash.substring(0, 7))) {
            assertThat(reloads.reload("control", digits).summary())
                    .isEqualTo("the hash of a plan has 8 digits or more, not '" + digits + "'");
        }
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 3));
    }

    @Test
    void aFaultAfterAGuardedReloadLeadsBack() {
        source.edit("lamp hall { size 4 }");
        reloads.reloadGuarded("control", GUARD);
        assertThat(reloads.guarded()).isEqualTo("fault quorum, 10 s left");

        hears(VrrpState.BACKUP, VrrpState.FAULT, false);
        look(1);
        look(2);

        assertThat(lamps.runs).isEqualTo(Map.of("hall", 3));
        assertThat(reloads.guarded()).isEmpty();
        assertThat(configuration.lastReport().summary())
                .startsWith(
                        "went back to number 1 because vrrp_instance VI_1 was BACKUP and is in"
                                + " FAULT, which is not what the files hold");
        assertThat(configuration.history().entries().getFirst().by()).isEqualTo("reload_guard");
        assertThat(messages.getLast()).startsWith("READY=1\nSTATUS=Running, went back");
    }

    @Test
    void aFaultThatOnlyAwaitsTrackersDoesNot() {
        source.edit("lamp hall { size 4 }");
        reloads.reloadGuarded("control", GUARD);

        hears(VrrpState.BACKUP, VrrpState.FAULT, true);
        look(1);
        look(2);
        look(10);

        assertThat(lamps.runs).isEqualTo(Map.of("hall", 4));
        assertThat(reloads.guarded()).isEmpty();
        hears(VrrpState.BACKUP, VrrpState.FAULT, false);
        look(11);
        look(12);
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 4));
    }

    @Test
    void theGuardOfTheConfigurationWatchesEveryReload() {
        settings =
                new ReloadSettings(Optional.empty(), false, Optional.empty(), Optional.of(GUARD));
        source.edit("lamp hall { size 4 }");
        reloads.reload("SIGHUP");
        source.edit("lamp hall { size 5 }");
        reloads.reload("SIGHUP");
        source.edit("lamp hall {");
        reloads.reload("SIGHUP"); // refused, so the watch goes on

        hears(VrrpState.BACKUP, VrrpState.FAULT, false);
        look(1);
        look(2);

        assertThat(lamps.runs).as("what ran before both").isEqualTo(Map.of("hall", 3));
    }

    @Test
    void howeverManyReloadsAreWatchedAllAreTakenBack() {
        for (int i = 1; i <= 2 * History.KEPT; i++) {
            source.edit("lamp hall { size " + (i % 7 + 10) + " }");
            reloads.reloadGuarded("control", GUARD);
        }

        hears(VrrpState.BACKUP, VrrpState.FAULT, false);
        look(1);
        look(2);

        assertThat(lamps.runs).isEqualTo(Map.of("hall", 3));
    }

    @Test
    void aReloadThatChangesNothingIsNotWatched() {
        reloads.reloadGuarded("control", GUARD);

        assertThat(reloads.guarded()).isEmpty();
    }

    @Test
    void whoGoesBackHimselfIsNotWatchedAnyMore() {
        source.edit("lamp hall { size 4 }");
        reloads.reloadGuarded("control", GUARD);

        reloads.rollback("control");

        assertThat(reloads.guarded()).isEmpty();
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 3));
        assertThat(reloads.rollback("control", 2).result()).isEqualTo("APPLIED");
        assertThat(lamps.runs).isEqualTo(Map.of("hall", 4));
    }

    private void look(int second) {
        nowNanos = Duration.ofSeconds(second).toNanos();
        reloads.look();
    }

    private void hears(VrrpState from, VrrpState to, boolean held) {
        VrrpSubject subject =
                new VrrpSubject(
                        VrrpSubject.Kind.INSTANCE,
                        "VI_1",
                        OptionalInt.of(51),
                        "eth0",
                        List.of(),
                        Audience.NONE);
        health.happened(new VrrpEvent.InstanceState(subject, from, to, "", 100, held, ""));
    }
}
