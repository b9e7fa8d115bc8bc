package org.ninelives.lvs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckerType;

/** The samples of load balancing; each folder holds the files of two directors. */
class SampleFilesTest {

    private static final Path CONFIG = Path.of("../../config");

    private static final List<String> KEYWORDS =
            List.of(
                    "TCP_CHECK",
                    "HTTP_GET",
                    "SSL_GET",
                    "SMTP_CHECK",
                    "DNS_CHECK",
                    "UDP_CHECK",
                    "PING_CHECK",
                    "MISC_CHECK",
                    "FILE_CHECK",
                    "BFD_CHECK");

    /** Keywords of other bundles; the whole product is asked about the same samples elsewhere. */
    private static final Pattern ELSEWHERE = Pattern.compile(".*: unknown keyword.*");

    private static ConfigText read(String file) {
        try {
            return ConfigText.of(
                    Files.readString(CONFIG.resolve(file), StandardCharsets.UTF_8),
                    KEYWORDS.stream().<CheckerType>map(FakeChecker::new).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lvs-nat", "lvs-dr", "lvs-tun"})
    void bothDirectorsBalanceTheSameWithoutAnyProblem(String folder) {
        ConfigText a = read(folder + "/a.conf");
        ConfigText b = read(folder + "/b.conf");

        assertThat(a.problems()).allMatch(problem -> ELSEWHERE.matcher(problem).matches());
        assertThat(a.settings().virtualServers()).isNotEmpty();
        assertThat(b.settings()).isEqualTo(a.settings());
    }

    @Test
    void togetherTheyShowEveryChecker() {
        Set<String> shown =
                Stream.of("lvs-nat", "lvs-dr", "lvs-tun")
                        .flatMap(
                                folder ->
                                        read(folder + "/a.conf")
                                                .settings()
                                                .virtualServers()
                                                .stream())
                        .flatMap(virtualServer -> virtualServer.realServers().stream())
                        .flatMap(server -> server.checks().stream())
                        .map(Check::keyword)
                        .collect(Collectors.toSet());

        assertThat(shown).containsExactlyInAnyOrderElementsOf(KEYWORDS);
    }
}
