package org.ninelives.daemon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.config.grammar.GrammarListing;

/** {@code --print-grammar} and {@code --print-config}. */
final class Listings {

    private static final String FILE_SYNTAX = "file-syntax.txt";

    private Listings() {}

    /** Every keyword the installed bundles know, one {@code block<TAB>keyword} a line. */
    static int printGrammar(List<ConfigSection> sections, PrintStream out) {
        fileSyntax().forEach(feature -> out.println("(file syntax)\t" + feature));
        GrammarListing.rows(InstalledGrammar.of(sections).root()).forEach(out::println);
        out.flush();
        return ExitStatus.NORMAL;
    }

    /**
     * The configuration after includes, conditions, definitions and sequences, secrets included:
     * the output can be used in place of the file. What is wrong with the text goes to {@code
     * messages}.
     */
    static int printConfig(
            Loader loader, List<ConfigSection> sections, PrintStream out, PrintStream messages) {
        Reading reading = loader.read(sections);
        ProblemLines.of(reading.parsed().problems()).forEach(messages::println);
        out.print(EffectiveText.whole(reading.parsed().statements()));
        out.flush();
        return reading.parsed().readable() ? ExitStatus.NORMAL : ExitStatus.NO_CONFIGURATION;
    }

    private static List<String> fileSyntax() {
        try (InputStream stream = Listings.class.getResourceAsStream(FILE_SYNTAX);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
