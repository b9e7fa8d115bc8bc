package org.ninelives.daemon;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.ProblemJson;

/**
 * {@code --config-test}: tells everything about a configuration and touches nothing. Needs no
 * privilege, and no interface, address or program that the configuration names.
 */
final class ConfigTest {

    private final Loader loader;
    private final List<ConfigSection> sections;
    private final boolean json;

    /**
     * Of these sections.
     *
     * @param json whether it writes JSON rather than lines
     */
    ConfigTest(Loader loader, List<ConfigSection> sections, boolean json) {
        this.loader = loader;
        this.sections = sections;
        this.json = json;
    }

    /**
     * Runs it.
     *
     * @param log where to write, if not to {@code console}
     * @return the status to end with
     */
    int run(Optional<Path> log, PrintStream console) {
        if (log.isEmpty()) {
            return run(console);
        }
        try (PrintStream file =
                new PrintStream(Files.newOutputStream(log.get()), false, StandardCharsets.UTF_8)) {
            return run(file);
        } catch (IOException e) {
            console.println("The log cannot be written, so here it is: " + e);
            return run(console);
        }
    }

    private int run(PrintStream out) {
        Preparation preparation = Preparation.of(loader.read(sections), sections);
        int status =
                ExitStatus.ofTest(
                        preparation.reading().parsed().readable(), preparation.problems());
        if (json) {
            out.println(ProblemJson.of(loader.file(), status, preparation.problems()));
        } else {
            ProblemLines.of(preparation.problems()).forEach(out::println);
            out.println(loader.file() + ": " + verdict(preparation));
        }
        out.flush();
        return status;
    }

    private static String verdict(Preparation preparation) {
        return preparation.problems().isEmpty()
                ? "configuration is fine"
                : ProblemLines.summary(preparation.problems());
    }
}
