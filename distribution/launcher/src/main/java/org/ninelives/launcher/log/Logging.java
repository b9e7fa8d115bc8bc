package org.ninelives.launcher.log;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ninelives.launcher.options.CommandLine;
import org.ninelives.launcher.options.Mode;

/** Sets logging up for the process, once, before anything logs. */
public final class Logging {

    /** About a second of the worst flood, and less than two megabytes. */
    private static final int LINES_MAX = 4096;

    private static final Duration FLUSH_PATIENCE = Duration.ofSeconds(1);
    private static final String SYSLOG_PATH = "/dev/log";

    /** java.util.logging forgets the level of a logger that nobody holds. */
    private final Logger root = Logger.getLogger("");

    private final Logger addresses = Logger.getLogger("org.ninelives.vrrp.engine.AddressLog");
    private final Logger ours = Logger.getLogger("org.ninelives");
    private final AtomicReference<String> name;
    private final AsyncLog log;

    private Logging(AtomicReference<String> name, AsyncLog log) {
        this.name = name;
        this.log = log;
    }

    /** Must be called before the first use of java.util.logging. */
    public static void chooseManager() {
        System.setProperty("java.util.logging.manager", DaemonLogManager.class.getName());
    }

    public static Logging start(CommandLine line) {
        AtomicReference<String> name = new AtomicReference<>("ninelived");
        Logging logging = new Logging(name, new AsyncLog(sinkFor(line, name::get), LINES_MAX));
        logging.log.start();
        logging.setLevels(line.mode(), line.detail());
        if (line.addresses()) {
            logging.addresses.setLevel(Level.FINEST);
        }
        logging.root.addHandler(new LogHandler(logging.log::add, line.detail() > 0));
        if (line.mode() == Mode.RUN) {
            System.setOut(LoggedStream.of(logging.ours::info));
            System.setErr(LoggedStream.of(logging.ours::warning));
        }
        return logging;
    }

    /** Lets the process stand under another name in the system log, with what comes from now on. */
    public void rename(String newName) {
        name.set(newName);
    }

    /** Waits a moment until what was logged is written. */
    public void flush() {
        log.flush(FLUSH_PATIENCE);
    }

    private void setLevels(Mode mode, int detail) {
        // Between the lines of a command, only what is wrong is of interest.
        Level usual = mode == Mode.COMMAND ? Level.WARNING : Level.INFO;
        root.setLevel(usual);
        ours.setLevel(detail == 0 ? usual : detail == 1 ? Level.FINE : Level.FINEST);
    }

    private static LogSink sinkFor(CommandLine line, Supplier<String> name) {
        if (line.mode() != Mode.RUN) {
            return new ConsoleSink(StandardError.stream(), ConsoleFormat.PLAIN);
        }
        boolean journal = StandardError.isJournal(System.getenv("JOURNAL_STREAM"));
        ConsoleSink console =
                new ConsoleSink(
                        StandardError.stream(),
                        journal ? ConsoleFormat.JOURNAL : ConsoleFormat.DATED);
        List<LogSink> sinks = new ArrayList<>();
        line.logFile().ifPresent(file -> sinks.add(new FileSink(file)));
        if (line.console() || (line.foreground() && StandardError.isTerminal())) {
            sinks.add(console);
        }
        // The journal listens on both ends and would show each line twice.
        if (line.systemLog() && (!journal || !sinks.contains(console))) {
            SyslogFormat format =
                    new SyslogFormat(
                            line.facility().code(),
                            name,
                            ProcessHandle.current().pid(),
                            ZoneId.systemDefault());
            sinks.add(new SyslogSink(SYSLOG_PATH, format));
        }
        return new LogSinks(sinks, console);
    }
}
