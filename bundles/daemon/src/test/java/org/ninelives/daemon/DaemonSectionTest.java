package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.daemon.core.Condition;
import org.ninelives.daemon.core.GuardSettings;

class DaemonSectionTest {

    private final TextSource source = new TextSource("");
    private final DaemonSection section = new DaemonSection(Optional.empty());
    private final RunningConfiguration configuration =
            new RunningConfiguration(
                    new Loader(source, KnownKeywords.load()), () -> List.of(section), new Told());

    @Test
    void withoutKeywordsReloadsArePlain() {
        start("");

        assertThat(section.reloads()).isEqualTo(ReloadSettings.NONE);
    }

    @Test
    void theKeywordsAreReadAndTakeEffectWhenApplied() {
        start(
                """
                reload_time_file /run/time
                reload_repeat
                reload_file /run/reload
                reload_guard 30 fault mastership quorum
                reload_check_config
                """);

        assertThat(section.reloads())
                .isEqualTo(
                        new ReloadSettings(
                                Optional.of(Path.of("/run/time")),
                                true,
                                Optional.of(Path.of("/run/reload")),
                                Optional.of(
                                        new GuardSettings(
                                                Duration.ofSeconds(30),
                                                EnumSet.allOf(Condition.class)))));
        assertThat(configuration.lastReport().errors()).isZero();
    }

    @Test
    void whatIsLeftOutHasADefault() {
        start("reload_file\nreload_guard 5");

        assertThat(section.reloads().marker()).contains(Path.of("/run/keepalived.reload"));
        assertThat(section.reloads().guard())
                .contains(new GuardSettings(Duration.ofSeconds(5), Condition.DEFAULT));
    }

    @Test
    void aPlanTellsWhatChangesAboutReloads() {
        start("reload_guard 5");
        source.edit("global_defs {\nreload_guard 6 mastership\nreload_repeat\n}");

        assertThat(configuration.plan().changes())
                .containsExactly(
                        "CHANGE global_defs of reloads: reload_repeat false -> true, reload_guard"
                                + " 5 fault quorum -> 6 mastership");
        assertThat(section.reloads().repeat()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reload_time_file time | reload_time_file: time is not a path from the root",
                "reload_time_file      | reload_time_file:",
                "reload_file run/x     | reload_file: run/x is not a path from the root",
                "reload_guard          | reload_guard:",
                "reload_guard 0        | reload_guard: 0 is not in 1..3600",
                "reload_guard 3601     | reload_guard: 3601 is not in 1..3600",
                "reload_guard soon     | reload_guard: soon is not a whole number",
                "reload_guard 5 flood  | reload_guard: flood is none of fault"
            })
    void whatMakesNoSenseIsAnErrorAndLeftOut(String line, String message) {
        start(line);

        assertThat(configuration.lastReport().problems())
                .singleElement()
                .asString()
                .contains(message);
        assertThat(section.reloads()).isEqualTo(ReloadSettings.NONE);
    }

    private void start(String lines) {
        source.edit("global_defs {\n" + lines + "\n}");
        configuration.start();
    }
}
