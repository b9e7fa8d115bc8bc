package org.ninelives.launcher.log;

import java.io.IOException;
import java.util.List;

/**
 * Each line goes to every sink. While all of them fail, the last resort gets the lines, after one
 * line that says why.
 */
final class LogSinks implements LogSink {

    private final List<LogSink> sinks;
    private final LogSink lastResort;
    private boolean reported;

    LogSinks(List<LogSink> sinks, LogSink lastResort) {
        this.sinks = sinks;
        this.lastResort = lastResort;
    }

    @Override
    public void write(LogLine line) throws IOException {
        IOException failure = null;
        boolean written = false;
        for (LogSink sink : sinks) {
            try {
                sink.write(line);
                written = true;
            } catch (IOException e) {
                failure = e;
            }
        }
        if (written || failure == null) {
            reported = false;
            return;
        }
        if (!reported) {
            reported = true;
            lastResort.write(
                    new LogLine(
                            line.epochMillis(),
                            Severity.WARNING,
                            "The system log cannot be reached ("
                                    + failure.getMessage()
                                    + "), logging to standard error"));
        }
        lastResort.write(line);
    }
}
