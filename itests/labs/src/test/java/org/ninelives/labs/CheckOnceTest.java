package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ninelived --check-once FILE VIRTUAL_SERVER REAL_SERVER} at real servers. */
@LabTest
class CheckOnceTest {
    private static final String SERVICE = "10.0.0.44:80";

    private static Lab lab;
    private static Path configuration;

    @BeforeAll
    static void start() throws IOException {
        lab = Labs.open("checkers", Labs.NINELIVES_ALONE);
        Certificates certificates = new Certificates(lab.node("b"));
        certificates.authority("authority");
        certificates.signed("authority", "server", "server.example");
        Path folder = lab.node("a").folder();
        Files.copy(certificates.path("authority.pem"), folder.resolve("authority.pem"));
        Files.writeString(folder.resolve("present"), "");
        configuration = Labs.edited(lab, "a", text -> text.replace("FOLDER", folder.toString()));
        new ServerPark(lab).startAll();
        for (String slow : List.of("25", "53", "443")) {
            lab.await("port " + slow + " serves", () -> once("10.0.0.2 " + slow).status() == 0);
        }
    }

    @AfterAll
    static void stop() {
        if (lab != null) {
            lab.close();
        }
    }

    private static Finished once(String realServer) {
        return once(configuration, SERVICE, realServer);
    }

    private static Finished once(Object... words) {
        List<String> command = new ArrayList<>(Implementation.NINELIVES.program());
        command.add("--check-once");
        for (Object word : words) {
            command.add(word.toString());
        }
        return lab.node("a").run(command, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "80  | TCP_CHECK  | TCP connection to [10.0.0.2]:tcp:80 success.",
                "81  | HTTP_GET   | Remote Web server [10.0.0.2]:tcp:80 succeed on service.",
                "443 | SSL_GET    | Remote Web server [10.0.0.2]:tcp:443 succeed on service.",
                "25  | SMTP_CHECK | Remote SMTP server [10.0.0.2]:25 succeed on service",
                "53  | DNS_CHECK  | DNS_CHECK ([10.0.0.2]:udp:53) success.",
                "54  | UDP_CHECK  | UDP connection to [10.0.0.2]:udp:53 success.",
                "7   | UDP_CHECK  | UDP connection to [10.0.0.2]:udp:7 success.",
                "1   | PING_CHECK | ICMP connection to [10.0.0.12] success.",
                "4   | MISC_CHECK | succeeded"
            })
    void aServerThatIsThereIsToldStepByStep(String port, String keyword, String reason) {
        Finished once = once("10.0.0.2 " + port);

        assertThat(once.lines().getFirst()).isEqualTo(keyword + " of [10.0.0.2]:tcp:" + port);
        assertThat(once.lines()).anyMatch(line -> line.matches(" +\\d\\.\\d{3} s  .*"));
        assertThat(once.output()).contains("passed: ").contains(reason);
        assertThat(once.lines().getLast())
                .isEqualTo("[10.0.0.2]:tcp:" + port + ": 1 of 1 checks passed");
        assertThat(once.status()).isZero();
    }

    @Test
    void aFileIsReadOnceAndABfdSessionIsTheDaemonsOwn() {
        Finished file = once("10.0.0.2 2");
        assertThat(file.output()).contains("passed: tracked file level holds 0");
        assertThat(file.status()).isZero();

        Finished session = once("10.0.0.2 3");
        assertThat(session.output())
                .contains("FAILED: BFD_CHECK follows bfd B, which only the running daemon watches");
        assertThat(session.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.2 99  | there is no real server '10.0.0.2 99'",
                "10.0.0.99    | there is no real server '10.0.0.99'",
                "10.0.0.2     | may be one of several",
                "somebody     | there is no real server 'somebody'"
            })
    void aServerThatIsNotThereIsToldWithThoseThatAre(String realServer, String reason) {
        Finished once = once(realServer);

        assertThat(once.output()).contains(reason).contains("[10.0.0.2]:tcp:443");
        assertThat(once.status()).isEqualTo(1);
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        Finished once = once(lab.file("absent.conf"), SERVICE, "10.0.0.2");

        assertThat(once.output()).contains("absent.conf cannot be read");
        assertThat(once.status()).isEqualTo(1);
    }

    @Test
    void wordsThatAreMissingAreAskedFor() {
        Finished once = once(lab.file("a.conf"), SERVICE);

        assertThat(once.output()).contains("--check-once FILE VIRTUAL_SERVER REAL_SERVER");
        assertThat(once.status()).isNotZero();
    }

    /** The scripts of a MISC_CHECK that do what no script should. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "60 | exit 0                            | passed",
                "60 | exit 1                            | failed (exited with status 1)",
                "60 | kill -9 $$                        | signal 9",
                " 2 | sleep 60                          | timed out",
                " 2 | trap '' TERM; while :; do :; done | timed out",
                "60 | sleep 60 & exit 0                 | passed",
                "60 | head -c 100000000 /dev/zero       | passed",
                "60 | printf '\\300\\257\\342('; exit 1   | failed (exited with status 1). Output:"
            })
    void whateverAScriptDoesItIsJudgedInTime(String seconds, String script, String verdict)
            throws IOException {
        Path folder = Files.createTempDirectory(lab.node("a").folder(), "misdeed-");
        Path file = folder.resolve("misdeed.sh");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        lab.node("a").run(List.of("chmod", "700", file.toString()), "");
        Path misc = folder.resolve("misc.conf");
        Files.writeString(
                misc,
                Files.readString(lab.file("misc.conf"))
                        .replace("SECONDS", seconds)
                        .replace("SCRIPT", "misc_path " + file));

        Finished once = once(misc, SERVICE, "10.0.0.2");

        assertThat(once.output()).contains(verdict).hasSizeLessThan(10_000);
        assertThat(once.status()).isEqualTo(verdict.equals("passed") ? 0 : 1);
    }
}
