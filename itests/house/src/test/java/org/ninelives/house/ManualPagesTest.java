package org.ninelives.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.testkit.ManualPage;

/** The manual pages tell what the product knows, and those who print them find nothing wrong. */
class ManualPagesTest {

    static List<Path> pages() {
        return House.list(House.ROOT.resolve("distribution/man"), Files::isRegularFile);
    }

    @Test
    void everyKeywordOfTheProductIsInTheReference() throws IOException {
        ManualPage.named("ninelives.conf.5")
                .hasPart("the reference", run(ninelived(), "--print-grammar=man"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void mandocFindsNothingWrong(Path page) throws IOException {
        assumeTrue(isThere("mandoc"), "mandoc is not installed");
        assertThat(run("mandoc", "-T", "lint", "-W", "warning", page.toString())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void groffFindsNothingWrong(Path page) throws IOException {
        assumeTrue(isThere("groff"), "groff is not installed");
        assertThat(run("groff", "-ww", "-z", "-man", "-Tutf8", page.toString())).isEmpty();
    }

    @Test
    void noPageHasTheNameOfOneOfKeepalived() {
        assertThat(pages())
                .hasSize(3)
                .extracting(page -> page.getFileName().toString())
                .allMatch(name -> name.startsWith("ninelive"));
    }

    private static String ninelived() {
        return House.PRODUCT.resolve("bin/ninelived").toString();
    }

    private static List<String> run(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
