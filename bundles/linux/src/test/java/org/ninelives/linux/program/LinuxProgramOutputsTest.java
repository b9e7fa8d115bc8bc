package org.ninelives.linux.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.system.ProgramOutputs;

/** Pipes whose programs are streams of this test. */
class LinuxProgramOutputsTest {

    private static final int PIPE_BYTES = 1 << 16;

    private final LinuxProgramOutputs outputs = new LinuxProgramOutputs();

    @AfterEach
    void stop() {
        outputs.stop();
    }

    private static String end(ProgramOutputs.Output output) throws Exception {
        CompletableFuture<byte[]> tail = new CompletableFuture<>();
        output.finish(tail::complete);
        return new String(tail.get(10, TimeUnit.SECONDS), StandardCharsets.US_ASCII);
    }

    @Test
    void whatWasWrittenIsTold() throws Exception {
        ProgramOutputs.Output output = outputs.open();
        try (OutputStream program = new FileOutputStream(output.file())) {
            output.handedOver();
            program.write("hello\n".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(end(output)).isEqualTo("hello\n");
    }

    @Test
    void aProgramThatWritesNothingIsNoTrouble() throws Exception {
        ProgramOutputs.Output output = outputs.open();
        output.handedOver();
        assertThat(end(output)).isEmpty();
    }

    @Test
    void aFloodIsReadAtOnceAndItsEndIsKept() throws Exception {
        ProgramOutputs.Output output = outputs.open();
        try (OutputStream program = new FileOutputStream(output.file())) {
            output.handedOver();
            for (int i = 0; i < 100; i++) {
                program.write(new byte[PIPE_BYTES]);
            }
            program.write("the end".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(end(output)).hasSize(ProgramOutputs.TAIL_BYTES).endsWith("the end");
    }

    @Test
    void whoIsLeftBehindWritesOnWithoutWaiting() throws Exception {
        ProgramOutputs.Output output = outputs.open();
        try (OutputStream program = new FileOutputStream(output.file())) {
            output.handedOver();
            program.write("before".getBytes(StandardCharsets.US_ASCII));
            assertThat(end(output)).isEqualTo("before");
            for (int i = 0; i < 4; i++) {
                program.write(new byte[PIPE_BYTES]);
            }
        }
    }

    @Test
    void descriptorsAreGivenBack() throws Exception {
        end(handedOver());
        long before = descriptors();
        for (int i = 0; i < 100; i++) {
            end(handedOver());
        }
        // Closed before or just after the end is told, so one of them may still be open.
        assertThat(descriptors()).isLessThanOrEqualTo(before + 1);
    }

    private ProgramOutputs.Output handedOver() throws Exception {
        ProgramOutputs.Output output = outputs.open();
        output.handedOver();
        return output;
    }

    private static long descriptors() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }
}
