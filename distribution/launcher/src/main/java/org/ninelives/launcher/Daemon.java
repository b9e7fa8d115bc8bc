package org.ninelives.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ninelives.launcher.log.Logging;
import org.ninelives.launcher.options.CommandLine;
import org.ninelives.launcher.options.Mode;
import org.ninelives.launcher.options.Profiling;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One life of the daemon, from the first log line to the last. */
final class Daemon {

    /**
     * What is to be done before addresses leave may take 10 s, and telling of the stop 10 more;
     * what comes on top of that is the same for which keepalived waits for its children.
     */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(25);

    /** A million lines are read in less; a start that hangs is not waited for. */
    private static final Duration START_PATIENCE = Duration.ofSeconds(5);

    private static final int FATAL = 1;

    /** As of a program that was ended by SIGINT. */
    private static final int INTERRUPTED = 130;

    private final CommandLine line;
    private final Logging logging;
    private final Logger log;
    private final Exit exit;
    private final CoreDumps coreDumps = new CoreDumps(CoreDumps.PATTERN);
    private final Optional<FlightRecording> recording;

    Daemon(CommandLine line) {
        this.line = line;
        this.logging = Logging.start(line);
        this.log = LoggerFactory.getLogger(Daemon.class);
        this.exit = new Exit(() -> Watchdog.start(STOP_PATIENCE, logging));
        this.recording = line.profiling().flatMap(this::recordingFrom);
    }

    /**
     * Returns when somebody asked for the end and everything is stopped.
     *
     * @return the exit status
     */
    int run() {
        File home = Product.home();
        long pid = ProcessHandle.current().pid();
        // Who went to another network namespace is a second program, and has said this.
        if (line.mode() == Mode.RUN && !NetworkNamespace.wasEntered()) {
            tell("Starting {}");
            line.withoutEffect()
                    .forEach(option -> log.warn("Option {} has no effect here", option));
        }
        File storage = null;
        int status = FATAL;
        try {
            if (line.mode() == Mode.RUN || line.mode() == Mode.COMMAND) {
                line.namespace().ifPresent(this::enter);
            }
            NetworkNamespace.tellBefore();
            if (line.mode() == Mode.RUN) {
                beSeenThrough();
            }
            Map<String, String> properties = properties(home);
            storage =
                    Storage.create(
                            pid, new File("/run"), new File(System.getProperty("java.io.tmpdir")));
            status = live(new Container(properties, storage), new File(home, "bundles"));
        } catch (UncheckedIOException e) {
            log.error("Cannot run in {}", e.getMessage());
        } catch (IOException | BundleException | IllegalStateException e) {
            log.error("The daemon cannot start", e);
        } catch (InterruptedException e) {
            log.error("Interrupted, ending", e);
        } finally {
            if (storage != null) {
                Storage.remove(storage);
            }
            recording.ifPresent(FlightRecording::end);
            coreDumps.restoreNames();
        }
        tell("Stopped {}");
        logging.flush();
        return status;
    }

    /** For those who look for a fault of the daemon itself. */
    private void beSeenThrough() {
        if (line.coreDumps()) {
            CoreDumps.allow();
        }
        line.corePattern().ifPresent(coreDumps::name);
        reached(Profiling.ALL);
    }

    /** A Java that was put together without Flight Recorder runs all the rest. */
    private Optional<FlightRecording> recordingFrom(Profiling moment) {
        if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
            log.error("--perf: nothing is recorded, as this Java has no module jdk.jfr");
            return Optional.empty();
        }
        return Optional.of(
                new FlightRecording(
                        moment,
                        Path.of(Optional.ofNullable(System.getenv("TMPDIR")).orElse("/tmp")),
                        ProcessHandle.current().pid()));
    }

    private void reached(Profiling moment) {
        recording.ifPresent(each -> each.reached(moment));
    }

    private int live(Container container, File bundles)
            throws BundleException, InterruptedException {
        int stopped = line.mode() == Mode.COMMAND ? INTERRUPTED : 0;
        Runnable stop = () -> exit.accept(stopped);
        Signals.handle(stop, line.interruptible() ? stop : () -> {}, container::signal);
        int failures = container.start(bundles);
        if (failures > 0) {
            log.error("{} of the bundles in {} did not start", failures, bundles);
        }
        container.whenConfigured(container::repeatEarlySignals);
        container.letOthersJoin();
        // A life to make the archive of classes from ends as soon as there is nothing more to load.
        if (Boolean.getBoolean("ninelives.training")) {
            container.whenConfigured(() -> exit.accept(0));
        }
        if (Detached.isThisProcess()) {
            container.whenConfigured(Detached::reportReady);
        }
        Optional<NotifySocket> manager =
                line.mode() == Mode.RUN
                        ? NotifySocket.of(System.getenv("NOTIFY_SOCKET"))
                        : Optional.empty();
        manager.ifPresent(
                socket ->
                        container.offer(
                                socket,
                                WatchdogInterval.micros(
                                        System::getenv, ProcessHandle.current().pid())));
        container.offer("network-namespace", this::enter);
        container.offer("log-name", logging::rename);
        CountDownLatch configured = new CountDownLatch(1);
        container.whenConfigured(configured::countDown);
        container.whenConfigured(() -> reached(Profiling.RUN));
        if (exit.isAsked()) {
            configured.countDown();
        } else if (!container.handOver(exit)) {
            tellNobodyWorks(bundles);
            exit.accept(FATAL);
        }
        int status = exit.await();
        reached(Profiling.END);
        awaitStart(status, configured);
        manager.ifPresent(socket -> socket.accept("STOPPING=1"));
        container.stop();
        return status;
    }

    private void tellNobodyWorks(File bundles) {
        if (line.mode() == Mode.RUN) {
            log.error(
                    "No bundle in {} runs a configuration: that takes org.ninelives.daemon,"
                            + " org.ninelives.config, org.ninelives.events and"
                            + " org.ninelives.api; put the .jar that is missing back",
                    bundles);
        } else {
            log.error("No bundle in {} answers --{}", bundles, line.mode().text());
        }
    }

    /**
     * Lets a start under way come to its end, as it would find half of the bundles gone. One that
     * failed has another status than who was asked to stop.
     */
    private void awaitStart(int status, CountDownLatch configured) throws InterruptedException {
        if (line.mode() == Mode.RUN && status == 0) {
            var unused = configured.await(START_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /**
     * Goes to a network namespace, for bundles too, which learn its name from the configuration.
     */
    private void enter(String namespace) {
        try {
            NetworkNamespace.enter(
                    namespace,
                    () -> {
                        log.info("Going to network namespace {}", namespace);
                        logging.flush();
                        recording.ifPresent(FlightRecording::abandon);
                        coreDumps.restoreNames();
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private Map<String, String> properties(File home) throws IOException {
        String etc = System.getProperty("ninelives.etc", new File(home, "etc").getPath());
        Map<String, String> properties = new HashMap<>();
        Settings.load(new File(etc), properties);
        properties.putAll(line.properties());
        properties.put("ninelives.version", Product.VERSION);
        properties.put("ninelives.home", home.getPath());
        properties.put("ninelives.etc", etc);
        ProcessHandle.current()
                .info()
                .startInstant()
                .ifPresent(
                        start ->
                                properties.put(
                                        "ninelives.start.epoch.millis",
                                        Long.toString(start.toEpochMilli())));
        return properties;
    }

    private void tell(String message) {
        if (line.mode() == Mode.RUN) {
            log.info(message, Product.TITLE);
        }
    }
}
