package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** It is 12:00 UTC, 13:00 in Berlin. */
class ScheduledReloadTest {

    @TempDir private Path folder;
    private final List<String> reloads = new ArrayList<>();
    private Path file;
    private ReloadSettings settings;
    private Instant now = Instant.parse("2026-01-10T12:00:00Z");
    private final ScheduledReload schedule =
            new ScheduledReload(
                    () -> settings, () -> now, ZoneId.of("Europe/Berlin"), reloads::add);

    @BeforeEach
    void aTimeFile() {
        file = folder.resolve("time");
        settings = settings(false);
    }

    @Test
    void withoutTheKeywordNothingIsPlanned() throws IOException {
        settings = ReloadSettings.NONE;
        Files.writeString(file, "13:00:05\n");
        schedule.look();

        assertThat(schedule.due()).isEmpty();
    }

    @Test
    void theReloadComesWhenItIsTimeAndTheFileGoes() throws IOException {
        Files.writeString(file, "13:00:05\n");
        schedule.look();
        assertThat(schedule.due()).isEqualTo("2026-01-10T13:00:05+01:00");
        at("2026-01-10T12:00:04Z");
        assertThat(reloads).isEmpty();

        at("2026-01-10T12:00:05Z");
        at("2026-01-10T12:00:06Z");
        at("2026-01-11T12:00:05Z");

        assertThat(reloads).containsExactly("reload_time_file");
        assertThat(file).doesNotExist();
        assertThat(schedule.due()).isEmpty();
    }

    @Test
    void withRepeatItComesEveryDayUntilTheFileGoes() throws IOException {
        settings = settings(true);
        Files.writeString(file, "12:00:05Z");
        schedule.look();
        at("2026-01-10T12:00:05Z");
        assertThat(schedule.due()).isEqualTo("2026-01-11T13:00:05+01:00");
        at("2026-01-11T12:00:07Z");
        assertThat(reloads).hasSize(2);
        Files.delete(file);
        at("2026-01-12T12:00:07Z");

        assertThat(reloads).hasSize(2);
        assertThat(schedule.due()).isEmpty();
    }

    @Test
    void aDateIsUsedOnceEvenWithRepeat() throws IOException {
        settings = settings(true);
        Files.writeString(file, "26-01-10 12:00:05Z");
        schedule.look();
        at("2026-01-10T12:00:05Z");

        assertThat(reloads).hasSize(1);
        assertThat(file).exists();
        assertThat(schedule.due()).isEmpty();
    }

    @Test
    void aFileThatComesLaterOrIsChangedCounts() throws IOException {
        schedule.look();
        assertThat(schedule.due()).isEmpty();
        Files.writeString(file, "13:00:05");
        schedule.look();
        assertThat(schedule.due()).isNotEmpty();
        Files.writeString(folder.resolve("next"), "13:00:09");
        Files.move(folder.resolve("next"), file, StandardCopyOption.REPLACE_EXISTING);

        at("2026-01-10T12:00:08Z");
        assertThat(reloads).isEmpty();
        at("2026-01-10T12:00:09Z");
        assertThat(reloads).hasSize(1);
    }

    @Test
    void aFileThatGoesCancelsTheReload() throws IOException {
        Files.writeString(file, "13:00:05");
        schedule.look();
        Files.delete(file);
        at("2026-01-10T12:00:05Z");

        assertThat(reloads).isEmpty();
        assertThat(schedule.due()).isEmpty();
    }

    @Test
    void aTimeThatHasPassedOrIsNoneIsNoReload() throws IOException {
        for (String text :
                List.of("2026-01-10 12:59:59", "soon", "", "13:00:05" + "x".repeat(99))) {
            Files.writeString(file, text);
            schedule.look();
            assertThat(schedule.due()).as(text).isEmpty();
        }
        at("2026-01-12T12:00:05Z");
        assertThat(reloads).isEmpty();
        assertThat(file).exists();
    }

    @Test
    void aClockThatIsSetBackPlansAnew() throws IOException {
        settings = settings(true);
        Files.writeString(file, "13:00:05");
        schedule.look();
        at("2026-01-10T12:00:05Z");
        at("2026-01-09T11:00:00Z");

        assertThat(schedule.due()).isEqualTo("2026-01-09T13:00:05+01:00");
        at("2026-01-09T12:00:05Z");
        assertThat(reloads).hasSize(2);
    }

    @Test
    void aClockThatIsSetForwardMissesNoReload() throws IOException {
        Files.writeString(file, "13:00:05");
        schedule.look();
        at("2026-06-01T00:00:00Z");

        assertThat(reloads).hasSize(1);
    }

    @Test
    void aFolderIsNoTimeFile() throws IOException {
        Files.createDirectory(file);
        schedule.look();

        assertThat(schedule.due()).isEmpty();
    }

    private ReloadSettings settings(boolean repeat) {
        return new ReloadSettings(Optional.of(file), repeat, Optional.empty(), Optional.empty());
    }

    private void at(String instant) {
        now = Instant.parse(instant);
        schedule.look();
    }
}
