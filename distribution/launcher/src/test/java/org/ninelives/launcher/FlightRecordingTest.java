package org.ninelives.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.launcher.options.Profiling;

class FlightRecordingTest {

    private static final long PID = 4711;

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("ninelived_perf.4711.jfr");
    }

    private FlightRecording wanted(Profiling from) {
        return new FlightRecording(from, folder, PID);
    }

    @Test
    void itTellsOfTheProcessFromTheMomentThatIsAskedFor() throws IOException {
        FlightRecording recording = wanted(Profiling.RUN);
        recording.reached(Profiling.ALL);
        assertThat(file()).doesNotExist();

        recording.reached(Profiling.RUN);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        recording.end();

        List<RecordedEvent> events = RecordingFile.readAllEvents(file());
        assertThat(events)
                .filteredOn(event -> event.getEventType().getName().equals("jdk.JVMInformation"))
                .extracting(event -> event.getLong("pid"))
                .containsExactly(ProcessHandle.current().pid());
    }

    @Test
    void whatLiesThereAlreadyStaysAsItIs() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "mine");
        Files.createSymbolicLink(file(), other);

        FlightRecording recording = wanted(Profiling.ALL);
        recording.reached(Profiling.ALL);
        recording.end();

        assertThat(other).hasContent("mine");
        assertThat(file()).isSymbolicLink();
    }

    @Test
    void whatIsAbandonedLeavesNothing() {
        FlightRecording recording = wanted(Profiling.ALL);
        recording.reached(Profiling.ALL);
        recording.abandon();
        recording.end();

        assertThat(folder).isEmptyDirectory();
    }
}
