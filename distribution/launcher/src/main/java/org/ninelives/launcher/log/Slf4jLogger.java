package org.ninelives.launcher.log;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.Marker;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/**
 * Hands what is logged through slf4j on to java.util.logging. Nobody asks for the method that
 * logged, and so the stack is not searched for it, which would take ten times as long as all the
 * rest: a takeover of a thousand virtual routers writes thousands of lines between adverts.
 */
final class Slf4jLogger extends LegacyAbstractLogger {

    private static final long serialVersionUID = 1;

    private final transient Logger target;

    Slf4jLogger(String name) {
        this.name = name;
        target = Logger.getLogger(name);
    }

    @Override
    public boolean isTraceEnabled() {
        return target.isLoggable(Level.FINEST);
    }

    @Override
    public boolean isDebugEnabled() {
        return target.isLoggable(Level.FINE);
    }

    @Override
    public boolean isInfoEnabled() {
        return target.isLoggable(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return target.isLoggable(Level.WARNING);
    }

    @Override
    public boolean isErrorEnabled() {
        return target.isLoggable(Level.SEVERE);
    }

    @Override
    protected String getFullyQualifiedCallerName() {
        return Slf4jLogger.class.getName();
    }

    @Override
    protected void handleNormalizedLoggingCall(
            org.slf4j.event.Level level,
            Marker marker,
            String pattern,
            Object[] arguments,
            Throwable thrown) {
        LogRecord record =
                new LogRecord(level(level), MessageFormatter.basicArrayFormat(pattern, arguments));
        record.setLoggerName(name);
        record.setThrown(thrown);
        target.log(record);
    }

    private static Level level(org.slf4j.event.Level level) {
        return switch (level) {
            case TRACE -> Level.FINEST;
            case DEBUG -> Level.FINE;
            case INFO -> Level.INFO;
            case WARN -> Level.WARNING;
            case ERROR -> Level.SEVERE;
        };
    }
}
