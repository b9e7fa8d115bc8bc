package org.ninelives.launcher.log;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyslogSinkTest {

    @Test
    void aMissingSocketIsNamedWithTheReason(@TempDir Path folder) {
        String path = folder.resolve("log").toString();
        SyslogSink sink =
                new SyslogSink(path, new SyslogFormat(3, () -> "ninelived", 1, ZoneOffset.UTC));

        assertThatThrownBy(() -> sink.write(new LogLine(0, Severity.INFO, "x")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(path + ": ")
                .hasMessageContaining("No such file");
    }

    @Test
    void aLogThatRefusesIsAskedAgainAfterASecond(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("log");
        SyslogSink sink =
                new SyslogSink(
                        path.toString(), new SyslogFormat(3, () -> "ninelived", 1, ZoneOffset.UTC));
        assertRefused(sink, 5_000, "No such file");
        Files.createFile(path); // which is no socket

        assertRefused(sink, 5_999, "No such file");
        assertRefused(sink, 6_000, "refused");
        Files.delete(path);
        assertRefused(sink, 4_000, "No such file"); // the clock was set back
    }

    private static void assertRefused(SyslogSink sink, long millis, String reason) {
        assertThatThrownBy(() -> sink.write(new LogLine(millis, Severity.INFO, "x")))
                .hasMessageContaining(reason);
    }
}
