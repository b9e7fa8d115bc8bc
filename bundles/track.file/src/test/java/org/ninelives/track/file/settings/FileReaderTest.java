package org.ninelives.track.file.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.config.Position;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.testkit.ConfigurationText;

/** What is read from {@code track_file}. */
class FileReaderTest {

    private static final Path FILE = Path.of("/run/value");
    private static final Position FIRST_LINE = new Position("test.conf", 1);

    @Test
    void aPathIsEnough() {
        Reading reading = track("file /run/value");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.only()).isEqualTo(new FileSettings("f", FILE, Optional.empty()));
        assertThat(reading.definitions())
                .containsExactly(new TrackerDefinition("f", 1, false, FIRST_LINE));
    }

    @Test
    void allKeywordsTogether() {
        Reading reading = track("file \"/run/a b\"\nweight -254 reverse\ninit_file 5 overwrite");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.only())
                .isEqualTo(new FileSettings("f", Path.of("/run/a b"), initial(5, true)));
        assertThat(reading.definitions())
                .containsExactly(new TrackerDefinition("f", -254, true, FIRST_LINE));
    }

    @ParameterizedTest
    @CsvSource({
        "init_file, 0, false",
        "init_file 7, 7, false",
        "init_file -7, -7, false",
        "init_file overwrite, 0, true",
        "init_file overwrite 7, 7, true"
    })
    void theInitialValueIsInAnyOrder(String line, int value, boolean overwrite) {
        Reading reading = track("file /run/value\n" + line);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.only().initial()).isEqualTo(initial(value, overwrite));
    }

    @Test
    void anInitialValueThatIsMoreThanCountsIsTold() {
        Reading reading = track("file /run/value\ninit_file 255");
        assertThat(reading.only().initial()).isEqualTo(initial(255, false));
        assertThat(reading.problems())
                .singleElement()
                .asString()
                .contains("init_file: 255 is outside of -254..254");
    }

    @ParameterizedTest
    @CsvSource({
        "init_file much, init_file: much is not a whole number",
        "init_file 2147483648, init_file: 2147483648 is not in -2147483648..2147483647",
        "weight 255, weight: 255 is not in -254..254",
        "weight 1 noreverse, is too much and ignored"
    })
    void whatIsWrongIsSaidAndTheRestHolds(String line, String complaint) {
        Reading reading = track("file /run/value\n" + line);
        assertThat(reading.problems()).anyMatch(problem -> problem.contains(complaint));
        assertThat(reading.only().file()).isEqualTo(FILE);
    }

    @ParameterizedTest
    @CsvSource({"weight 2", "file", "file run/value", "file /", "file \"\""})
    void withoutAPathItIsDefinedButNotTracked(String line) {
        Reading reading = track(line);
        assertThat(reading.files()).isEmpty();
        assertThat(reading.definitions()).hasSize(1);
        assertThat(reading.problems())
                .anyMatch(
                        problem ->
                                problem.contains(
                                        "file: is missing in track_file f, which is not tracked"));
    }

    @Test
    void theOldNameOfTheBlockIsReadWithANote() {
        Reading reading = Reading.of("vrrp_track_file f {\nfile /run/value\n}\n");
        assertThat(reading.only().file()).isEqualTo(FILE);
        assertThat(reading.problems())
                .containsExactly(
                        "NOTE test.conf:1: vrrp_track_file: is deprecated; write track_file");
    }

    @Test
    void oneOfTwoOfOneNameCounts() {
        Reading reading =
                Reading.of(
                        """
                        track_file f {
                          file /run/value
                        }
                        vrrp_track_file f {
                          file /run/other
                          weight 9
                        }
                        """);
        assertThat(reading.only().file()).isEqualTo(FILE);
        assertThat(reading.definitions()).singleElement().matches(d -> d.weight() == 1);
        assertThat(reading.problems())
                .contains(
                        "ERROR test.conf:4: track_file: f is already defined at test.conf:1; this"
                                + " block is skipped");
    }

    private static Optional<FileSettings.Initial> initial(int value, boolean overwrite) {
        return Optional.of(new FileSettings.Initial(value, overwrite));
    }

    private static Reading track(String lines) {
        return Reading.of("track_file f {\n" + lines + "\n}\n");
    }

    private record Reading(
            Map<String, FileSettings> files,
            List<TrackerDefinition> definitions,
            List<String> problems) {

        static Reading of(String text) {
            ConfigurationText read =
                    ConfigurationText.of(text, FileReader.ROOT, BlockGrammar.none());
            Map<String, FileSettings> files = FileReader.read(read.root(), read.problems());
            return new Reading(files, FileReader.definitions(read.root()), read.lines());
        }

        FileSettings only() {
            assertThat(files).hasSize(1);
            return files.get("f");
        }
    }
}
