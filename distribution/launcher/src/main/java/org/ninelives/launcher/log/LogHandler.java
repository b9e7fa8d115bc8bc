package org.ninelives.launcher.log;

import java.util.function.Consumer;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** Turns records of java.util.logging into lines. */
final class LogHandler extends Handler {

    /** A cause of a cause of a cause says it; more is for a debugger. */
    private static final int CAUSES_MAX = 4;

    private final Consumer<LogLine> lines;
    private final boolean stackTraces;

    LogHandler(Consumer<LogLine> lines, boolean stackTraces) {
        this.lines = lines;
        this.stackTraces = stackTraces;
    }

    @Override
    public void publish(LogRecord record) {
        if (!isLoggable(record)) {
            return;
        }
        Severity severity = Severity.of(record.getLevel());
        StringBuilder text = new StringBuilder(message(record));
        Throwable thrown = record.getThrown();
        Throwable cause = thrown;
        for (int i = 0; i < CAUSES_MAX && cause != null; i++, cause = cause.getCause()) {
            // Often the message quotes its cause already.
            if (cause.getMessage() == null || text.indexOf(cause.getMessage()) < 0) {
                text.append(": ").append(cause);
            }
        }
        add(record.getMillis(), severity, text);
        if (thrown != null && stackTraces) {
            for (StackTraceElement element : thrown.getStackTrace()) {
                add(record.getMillis(), severity, new StringBuilder("    at ").append(element));
            }
        }
    }

    /** Control characters could forge lines or steer a terminal. */
    private void add(long epochMillis, Severity severity, StringBuilder text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                text.setCharAt(i, ' ');
            }
        }
        lines.accept(new LogLine(epochMillis, severity, text.toString()));
    }

    private static String message(LogRecord record) {
        if (record.getParameters() == null && record.getResourceBundle() == null) {
            return String.valueOf(record.getMessage());
        }
        Formatter formatter = new SimpleFormatter();
        return formatter.formatMessage(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
