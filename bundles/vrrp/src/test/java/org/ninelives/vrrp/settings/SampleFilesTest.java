package org.ninelives.vrrp.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.config.Position;
import org.ninelives.vrrp.wire.AdvertFormat;

/** The configurations that are shipped as examples; each folder holds those of two nodes. */
class SampleFilesTest {

    private static final Path CONFIG = Path.of("../../config");
    private static final int FOLDERS_MIN = 13;

    /** Keywords of other bundles; the whole product is asked about the same samples elsewhere. */
    private static final Pattern ELSEWHERE =
            Pattern.compile(
                    ".*: unknown keyword.*|NOTE .*: track_file: .* is of use to checks only: .*");

    /** A block of another bundle that defines what can be tracked, to the brace that ends it. */
    private static final Pattern DEFINITION =
            Pattern.compile(
                    "^(?:vrrp_track|track|vrrp)_(process|file|script) (\\w+) \\{$.*?^\\}$",
                    Pattern.MULTILINE | Pattern.DOTALL);

    /** What global_defs says to another bundle. */
    private static final Pattern FOR_SCRIPTS =
            Pattern.compile("^ *(enable_script_security|script_user .*)$", Pattern.MULTILINE);

    static List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(CONFIG)) {
            return found.filter(file -> file.toString().endsWith(".conf"))
                    // What is about other bundles too is read by their tests.
                    .filter(file -> !file.getParent().endsWith("bfd"))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> folders() throws IOException {
        List<Path> folders = files().stream().map(Path::getParent).distinct().toList();
        assertThat(folders).hasSizeGreaterThanOrEqualTo(FOLDERS_MIN);
        return folders;
    }

    @ParameterizedTest
    @MethodSource("files")
    void aSampleIsReadWithoutAnyProblem(Path file) throws IOException {
        ConfigText sample = read(file);

        assertThat(sample.problems()).allMatch(problem -> ELSEWHERE.matcher(problem).matches());
        assertThat(sample.settings().instances()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void bothNodesOfASampleWouldAcceptTheAdvertsOfEachOther(Path folder) throws IOException {
        List<List<InstanceSettings>> nodes =
                files().stream()
                        .filter(file -> file.getParent().equals(folder))
                        .map(file -> read(file).settings().instances())
                        .toList();

        assertThat(nodes).hasSize(2);
        assertThat(nodes.get(0)).hasSameSizeAs(nodes.get(1));
        for (int i = 0; i < nodes.get(0).size(); i++) {
            InstanceSettings one = nodes.get(0).get(i);
            InstanceSettings other = nodes.get(1).get(i);
            assertThat(one.key()).isEqualTo(other.key());
            assertThat(onTheWire(one)).isEqualTo(onTheWire(other));
            assertThat(one.router().priority()).isNotEqualTo(other.router().priority());
        }
    }

    /** What both have to agree about; the peers are each other. */
    private static List<Object> onTheWire(InstanceSettings settings) {
        AdvertFormat advert = settings.advert();
        return List.of(
                advert.version(),
                advert.advertIntervalNanos(),
                advert.addresses(),
                advert.authentication());
    }

    private static ConfigText read(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return ConfigText.first(
                    FOR_SCRIPTS.matcher(DEFINITION.matcher(text).replaceAll("")).replaceAll(""),
                    path -> "the key of the sample's two nodes".getBytes(StandardCharsets.UTF_8),
                    defined(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What other bundles would tell that can be tracked. */
    private static KnownTrackers defined(String text) {
        Map<TrackerKind, List<TrackerDefinition>> definitions = new EnumMap<>(TrackerKind.class);
        Matcher matcher = DEFINITION.matcher(text);
        while (matcher.find()) {
            definitions
                    .computeIfAbsent(
                            TrackerKind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
                            kind -> new ArrayList<>())
                    .add(
                            new TrackerDefinition(
                                    matcher.group(2), -30, false, new Position("sample", 1)));
        }
        KnownTrackers known = new KnownTrackers();
        definitions.forEach(known::add);
        return known;
    }
}
