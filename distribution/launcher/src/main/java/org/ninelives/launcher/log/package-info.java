/**
 * Log lines on their way out. Whoever logs never waits: lines go through a bounded queue to one
 * writer thread.
 *
 * <pre>
 * slf4j, java.util.logging -> LogHandler -> AsyncLog ==queue==> LogSink: ConsoleSink, SyslogSink
 * standard output, error   -> LoggedStream ^
 * </pre>
 *
 * keepalived's detailed lines ({@code -D}) are logged at DEBUG, its extra detailed ones ({@code
 * -DD}) at TRACE.
 */
package org.ninelives.launcher.log;
