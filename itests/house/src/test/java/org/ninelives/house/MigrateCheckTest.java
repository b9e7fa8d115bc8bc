package org.ninelives.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code --migrate-check} of every configuration in this repository, on a machine where nothing is
 * installed.
 */
class MigrateCheckTest {

    @TempDir private static Path folder;

    private static Container container;

    @BeforeAll
    static void start() throws Exception {
        Path file = Files.writeString(folder.resolve("k.conf"), "global_defs {\n}\n");
        container = new Container(folder, file);
    }

    @AfterAll
    static void stop() throws Exception {
        container.close();
    }

    @Test
    void everyConfigurationIsUnderstood() throws Exception {
        List<Path> files = new ArrayList<>();
        files.addAll(configurations(House.ROOT.resolve("config")));
        files.addAll(configurations(House.ROOT.resolve("itests/labs/src")));
        files.addAll(configurations(House.ROOT.resolve("itests/balancing/src")));

        assertThat(files).hasSizeGreaterThan(60);
        for (Path file : files) {
            String told = check(file);
            assertThat(told)
                    .as(file.toString())
                    .contains("What will be the same\n")
                    .contains("# On the backup\n", "# On the master\n")
                    .contains("systemctl disable --now keepalived\n")
                    .doesNotContain("{names}", "{words}")
                    .containsAnyOf(
                            "Nothing to worry about.\n",
                            "It runs; read what is marked with ! before.\n",
                            "Something of it would not run; it is marked with !!.\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "itests/labs/src/test/resources/labs/tutorial-haproxy/a.conf, tutorial-haproxy.txt",
        "itests/labs/src/test/resources/labs/unicast-pair/b.conf, unicast-pair.txt",
        "itests/balancing/src/test/resources/labs/seeds/dr.conf, dr.txt"
    })
    void whatIsSaidIsThis(String file, String expected) throws Exception {
        try (var stream = MigrateCheckTest.class.getResourceAsStream("migrate/" + expected)) {
            assertThat(check(House.ROOT.resolve(file)))
                    .isEqualTo(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The bundle that takes a word says so too, so that no row outlives what it says. */
    @Test
    void whatIsSaidToDoNothingDoesNothing() throws Exception {
        List<String[]> ignored = ignoredKeywords();
        assertThat(ignored).hasSizeGreaterThan(2);
        for (String[] word : ignored) {
            Path file =
                    Files.writeString(
                            folder.resolve("ignored.conf"),
                            "%s {\n    %s\n}\n".formatted(word[0], word[1]));
            assertThat(check(file))
                    .as(word[1])
                    .containsPattern(
                            "ignored.conf:2: " + word[1] + ": .*(without effect|always on)");
        }
    }

    /** Block and word each. */
    private static List<String[]> ignoredKeywords() throws IOException {
        Path table =
                House.ROOT.resolve(
                        "bundles/migrate/src/main/resources/org/ninelives/migrate/internal/findings.tsv");
        List<String[]> found = new ArrayList<>();
        for (String row : Files.readAllLines(table)) {
            String[] columns = row.split("\t", -1);
            if (row.startsWith("ignored.") && !columns[3].startsWith("machine")) {
                String[] place = columns[3].split("/", 2);
                for (String word : place[1].split("\\|", -1)) {
                    found.add(
                            new String[] {
                                place[0].replace("vrrp_instance", "vrrp_instance VI_1"), word
                            });
                }
            }
        }
        return found;
    }

    /** Without the folders of this machine. */
    private static String check(Path file) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status =
                container.command(
                        "migrate-check",
                        List.of("--root", folder.toString(), file.toString()),
                        print);
        assertThat(status).as(file + "\n" + out).isIn(0, 3, 4);
        return out.toString(StandardCharsets.UTF_8)
                .replace(file.toString(), file.getFileName().toString())
                .replace(folder.toString(), "");
    }

    private static List<Path> configurations(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".conf")).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (text.contains("vrrp_instance") || text.contains("virtual_server ")) {
                    found.add(file);
                }
            }
        }
        return found;
    }
}
