package org.ninelives.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs of this machine that run as long as a test does. */
public final class Programs implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Process> running = new ArrayList<>();

    /** Skips the test, and says why, where a program is missing. */
    public static void need(String... programs) {
        for (String program : programs) {
            Assumptions.assumeTrue(
                    Stream.of(System.getenv("PATH").split(":", -1))
                            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
                    () -> "this test needs " + program);
        }
    }

    /** A port of loopback that nobody has now. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Starts a server, and returns when it listens at a TCP port of loopback.
     *
     * @param log where it says what it says
     */
    public void serve(int port, Path log, String... command) throws Exception {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        running.add(process);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!listens(port)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(
                        String.join(" ", command) + ": " + Files.readString(log));
            }
            Thread.sleep(20);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What a program prints until it ends. */
    public static String output(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    @Override
    public void close() {
        running.forEach(Process::destroy);
        for (Process process : running) {
            try {
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
