package org.ninelives.launcher.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogSinksTest {

    private final List<String> system = new ArrayList<>();
    private final List<String> console = new ArrayList<>();
    private boolean reachable = true;

    private final LogSink syslog =
            line -> {
                if (!reachable) {
                    throw new IOException("/dev/log: no such file");
                }
                system.add(line.text());
            };

    @Test
    void withoutTheSystemLogLinesGoToTheLastResortAndItIsSaidOnce() throws IOException {
        LogSinks sinks = new LogSinks(List.of(syslog), line -> console.add(line.text()));
        reachable = false;

        sinks.write(line("one"));
        sinks.write(line("two"));

        assertThat(console)
                .containsExactly(
                        "The system log cannot be reached (/dev/log: no such file),"
                                + " logging to standard error",
                        "one",
                        "two");
    }

    @Test
    void aSystemLogThatComesBackIsUsedAgain() throws IOException {
        LogSinks sinks = new LogSinks(List.of(syslog), line -> console.add(line.text()));
        reachable = false;
        sinks.write(line("one"));
        reachable = true;

        sinks.write(line("two"));

        assertThat(system).containsExactly("two");
        assertThat(console).doesNotContain("two");
    }

    @Test
    void aLineShownOnTheConsoleNeedsNoLastResort() throws IOException {
        LogSinks sinks =
                new LogSinks(
                        List.of(line -> console.add(line.text()), syslog),
                        line -> console.add("last resort"));
        reachable = false;

        sinks.write(line("one"));

        assertThat(console).containsExactly("one");
    }

    private static LogLine line(String text) {
        return new LogLine(0, Severity.INFO, text);
    }
}
