package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The genhash of the product beside that of keepalived, at the same nginx. */
@LabTest
class GenhashTest {
    private static Lab lab;

    @BeforeAll
    static void start() {
        lab = Labs.open("checkers", Labs.NINELIVES_ALONE);
        Certificates certificates = new Certificates(lab.node("b"));
        certificates.authority("authority");
        certificates.signed("authority", "server", "server.example");
        ServerPark servers = new ServerPark(lab);
        servers.startWeb();
        servers.startTlsWeb();
        for (String port : List.of("80", "443")) {
            lab.await("nginx serves", () -> ours("-s 10.0.0.2 -u / -p " + port).status() == 0);
        }
    }

    @AfterAll
    static void stop() {
        if (lab != null) {
            lab.close();
        }
    }

    private static Finished ours(String words) {
        Path product = Path.of(Implementation.NINELIVES.program().getFirst());
        return run(product.resolveSibling("genhash").toString(), words);
    }

    private static Finished theirs(String words) {
        return run("genhash", words);
    }

    private static Finished run(String program, String words) {
        List<String> command = new ArrayList<>(List.of(program));
        if (!words.isEmpty()) {
            command.addAll(List.of(words.split(" ", -1)));
        }
        return lab.node("a").run(command, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-s 10.0.0.2 -p 80 -u /hello",
                "--server 10.0.0.2 --port 80 --url /hello",
                "--server=10.0.0.2 --port=80 --url=/hello",
                "-s10.0.0.2 -p80 -u/hello",
                "-s 10.0.0.2 -p 80 -u /empty",
                "-s 10.0.0.2 -p 80 -u /busy",
                "-s 10.0.0.2 -p 80 -u /absent",
                "-s 10.0.0.2 -p 80 -u /host",
                "-s 10.0.0.2 -p 80 -u /host -V v.example",
                "-s 10.0.0.2 -p 80 -u /host --use-virtualhost v.example",
                "-s 10.0.0.2 -p 80 -u /agent",
                "-s 10.0.0.2 -p 80 -u /agent -P 1.0",
                "-s 10.0.0.2 -p 80 -u /agent -P 1.0c",
                "-s 10.0.0.2 -p 80 -u /agent -P 1.1",
                "-s 10.0.0.2 -p 80 -u /hello -m 7",
                "-s 10.0.0.2 -p 80 -u /hello -t 3",
                "-S -s 10.0.0.2 -p 443 -t 60 -u /name",
                "--use-ssl -s 10.0.0.2 -p 443 -t 60 -u /name -V server.example",
                "-S -I -s 10.0.0.2 -p 443 -t 60 -u /name -V server.example"
            })
    void bothPrintTheSameDigest(String words) {
        Finished ours = ours(words);

        assertThat(ours.output()).matches("[0-9a-f]{32}\n");
        assertThat(ours).isEqualTo(theirs(words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-s 10.0.0.2 -p 80    | option -u is missing",
                "-p 80 -u /hello      | option -s is missing",
                "-s 10.0.0.2 -p 0 -u / | port should be in 1..65535, not 0",
                "-s nobody -p 80 -u / | server should be an IP address, not nobody",
                "--no-such-option     | there is no option --no-such-option"
            })
    void aWrongCommandLineEndsBothWithTheSameStatus(String words, String reason) {
        Finished ours = ours(words);

        assertThat(ours.output()).startsWith("genhash: " + reason).contains("usage: genhash");
        assertThat(ours.status()).isEqualTo(theirs(words).status()).isEqualTo(1);
    }

    // keepalived 2.2.7 ends with status 0 and no digest.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-s 10.0.0.2 -p 9 -u /hello     | connection to [10.0.0.2]:9 refused",
                "-s 10.0.0.99 -p 80 -u /hello   | no route to host [10.0.0.99]:80",
                "-S -s 10.0.0.2 -p 80 -u / -t 60 | no TLS with [10.0.0.2]:80"
            })
    void aServerThatCannotBeAskedIsAFailure(String words, String reason) {
        Finished ours = ours(words);

        assertThat(ours.output()).contains("genhash: ").contains(reason);
        assertThat(ours.status()).isEqualTo(1);
    }
}
