package org.ninelives.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.Optional;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import org.ninelives.launcher.options.Profiling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code --perf} asks for: what JDK Flight Recorder sees of the daemon, in a file of its own
 * at the end. keepalived has perf(1) look, which sees nothing of compiled Java. Safe for use by
 * several threads.
 */
final class FlightRecording {

    /** What comes before the latest of it is left out, so that no disk is filled. */
    private static final long MAX_BYTES = 256L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(FlightRecording.class);

    private final Profiling from;
    private final Path file;
    private Optional<Recording> recording = Optional.empty();

    /**
     * Records nothing yet.
     *
     * @param from the moment at which it begins
     * @param folder of the file, in which anybody may have put anything
     */
    FlightRecording(Profiling from, Path folder, long pid) {
        this.from = from;
        this.file = folder.resolve("ninelived_perf." + pid + ".jfr");
    }

    /** Begins if it is to begin now. What keeps it from that is logged and of no other effect. */
    synchronized void reached(Profiling moment) {
        if (moment != from) {
            return;
        }
        try {
            // Exclusively: what lies there already, a link of somebody's, stays as it is.
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Recording begun = new Recording(Configuration.getConfiguration("profile"));
            begun.setName("ninelived");
            begun.setMaxSize(MAX_BYTES);
            begun.start();
            recording = Optional.of(begun);
        } catch (IOException | ParseException | IllegalStateException e) {
            LOG.error("--perf: nothing is recorded to {}: {}", file, e.toString());
        }
    }

    /** Writes the file; nothing is recorded any more. */
    synchronized void end() {
        recording.ifPresent(
                running -> {
                    try (running) {
                        running.stop();
                        running.dump(file);
                        LOG.info("--perf: {} can be read by jfr and by JDK Mission Control", file);
                    } catch (IOException e) {
                        LOG.error("--perf: {} is not whole: {}", file, e.toString());
                    }
                });
        recording = Optional.empty();
    }

    /** Forgets all that was recorded, for another program that takes the place of this one. */
    synchronized void abandon() {
        recording.ifPresent(
                running -> {
                    try (running) {
                        Files.delete(file);
                    } catch (IOException e) {
                        LOG.error("--perf: {} stays, empty: {}", file, e.toString());
                    }
                });
        recording = Optional.empty();
    }
}
