package org.ninelives.launcher.log;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyslogSinkTest {

    @Test
    void aMissingSocketIsNamedWithTheReason(@TempDir Path folder) {
        String path = folder.resolve("log").toString();
        SyslogSink sink = new SyslogSink(path, new SyslogFormat(3, 1, ZoneOffset.UTC));

        assertThatThrownBy(() -> sink.write(new LogLine(0, Severity.INFO, "x")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(path + ": ")
                .hasMessageContaining("No such file");
    }
}
