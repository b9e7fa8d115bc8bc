package org.ninelives.launcher.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

/** Lines on a stream, usually standard error. */
final class ConsoleSink implements LogSink {

    private final OutputStream out;
    private final ConsoleFormat format;

    ConsoleSink(OutputStream out, ConsoleFormat format) {
        this.out = out;
        this.format = format;
    }

    @Override
    public void write(LogLine line) throws IOException {
        out.write(format.format(line, ZoneId.systemDefault()).getBytes(StandardCharsets.UTF_8));
    }
}
