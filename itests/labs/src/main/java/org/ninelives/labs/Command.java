package org.ninelives.labs;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a short command of the machine to its end. */
final class Command {
    private Command() {}

    /**
     * Runs the command and gives what it printed.
     *
     * @throws IllegalStateException when it ends with another status than 0; the message holds the
     *     command line and its output
     */
    static String run(List<String> words) {
        Finished finished = finish(new ProcessBuilder(words).redirectErrorStream(true), "");
        if (finished.status() != 0) {
            throw new IllegalStateException(String.join(" ", words) + " " + finished);
        }
        return finished.output();
    }

    /** Runs the command and gives its end, whatever that is; it gets a text of a few lines. */
    static Finished finish(ProcessBuilder builder, String input) {
        try {
            Process process = builder.start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // It ended without reading; its status and output tell more than this.
            }
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Finished(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + builder.command(), e);
        }
    }

    /** {@link #run(List)} of a line without quoting: words are what blanks separate. */
    static String run(String line) {
        return run(List.of(line.split(" ")));
    }
}
