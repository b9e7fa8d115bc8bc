package org.ninelives.labs;

import java.io.IOException;
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
        try {
            Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new IllegalStateException(
                        String.join(" ", words) + " ended with " + status + ": " + output.strip());
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + words, e);
        }
    }

    /** {@link #run(List)} of a line without quoting: words are what blanks separate. */
    static String run(String line) {
        return run(List.of(line.split(" ")));
    }
}
