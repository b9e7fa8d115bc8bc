package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The files that keepalived 2.2.7 writes for the configuration of lab {@code dumps} once it is
 * master of all. What is another at each run, such as moments, has one value, of the same form.
 */
enum GoldenDump {
    DATA("keepalived.data", "10"),
    STATS("keepalived.stats", "12"),
    JSON("keepalived.json", "36");

    private static final String VERSION = "Keepalived v2.2.7 ";
    private static final String RENEW = "golden.dumps";
    private static final Path FOLDER = Path.of("src/test/resources/labs/dumps/golden");
    private static final String DATE = "\\w{3} \\w{3} [ \\d]\\d [\\d:]{8}";

    private static final Map<String, String> ONE_VALUE =
            Map.of(
                    "\\b\\d{10}\\.\\d{6} \\(" + DATE + "\\.\\d{6} \\d{4}\\)",
                    "1000000000.000000 (Sun Sep 09 01:46:40.000000 2001)",
                    "\\b\\d{10}\\.\\d{6} \\(" + DATE + " \\d{4}\\.\\d{6}\\)",
                    "1000000000.000000 (Sun Sep 09 01:46:40 2001.000000)",
                    "(?<=\"last_transition\":)\\d{10}\\.\\d{6}\\b",
                    "1000000000.000000",
                    "(?<=Sent: |\"advert_sent\":)[1-9]\\d*\\b",
                    "7",
                    "(?<=\\bindex = |\\bifindex )\\d+",
                    "2",
                    "(?<=\\bfd_in |\\bfd_out |\\bfd_out = )\\d+",
                    "14",
                    "(?<=\\blibnftnl version ).*",
                    "1.2.3",
                    "(?m)(?<=^   State = )running$",
                    "idle");

    /** The name of the file. */
    final String file;

    /** The number of the signal that asks for it. */
    final String signal;

    GoldenDump(String file, String signal) {
        this.file = file;
        this.signal = signal;
    }

    /** What is installed is the keepalived that wrote these files. */
    static boolean isOfWhatIsInstalled() {
        return Command.run("keepalived --version").startsWith(VERSION);
    }

    String text() throws IOException {
        return Files.readString(FOLDER.resolve(file));
    }

    /**
     * A file of keepalived, settled, is this one; with {@code -Dgolden.dumps=renew} it is written
     * first.
     */
    void isWrittenAs(String text) throws IOException {
        if (System.getProperty(RENEW, "").equals("renew")) {
            Files.writeString(FOLDER.resolve(file), settled(text));
        }
        assertThat(settled(text))
                .as("%s: run this test with -D%s=renew and look at the difference", file, RENEW)
                .isEqualTo(text());
    }

    /** A file with the one value in place of what is another at each run. */
    static String settled(String text) {
        String settled = text;
        for (Map.Entry<String, String> each : ONE_VALUE.entrySet()) {
            settled = settled.replaceAll(each.getKey(), each.getValue());
        }
        return settled;
    }
}
