package org.ninelives.demo.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code ip}(8) of iproute2. */
public final class Ip {

    private Ip() {}

    /**
     * Runs {@code ip} with these words and waits for its end.
     *
     * @throws IllegalStateException if it complains, with its words
     */
    public static void run(String words) {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(words.split(" ")));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String complaint;
            try (InputStream output = process.getInputStream()) {
                complaint = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
            }
            if (process.waitFor() != 0) {
                throw new IllegalStateException("ip " + words + ": " + complaint);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run ip; install iproute2", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in: ip " + words, e);
        }
    }
}
