package org.ninelives.daemon;

import java.io.PrintStream;
import java.util.List;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.config.grammar.GrammarListing;
import org.ninelives.config.grammar.GrammarManual;
import org.ninelives.config.language.FileSyntax;

/** {@code --print-grammar} and {@code --print-config}. */
final class Listings {

    private Listings() {}

    /** Every keyword the installed bundles know, one {@code block<TAB>keyword} a line. */
    static int printGrammar(List<ConfigSection> sections, PrintStream out) {
        FileSyntax.rows().forEach(out::println);
        GrammarListing.rows(InstalledGrammar.of(sections).root()).forEach(out::println);
        out.flush();
        return ExitStatus.NORMAL;
    }

    /** The same for people, as the keyword reference of the manual page ninelives.conf(5). */
    static int printManual(List<ConfigSection> sections, PrintStream out) {
        GrammarManual.lines(InstalledGrammar.of(sections).root()).forEach(out::println);
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
}
