package org.ninelives.notify.email.settings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.configuration.GlobalKeywords;
import org.ninelives.api.configuration.Secret;
import org.ninelives.api.configuration.UnreadableSecretException;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.GrammarReader;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;
import org.ninelives.config.language.ConfigurationReader;
import org.ninelives.config.language.Environment;
import org.ninelives.config.language.LanguageSettings;
import org.ninelives.config.language.ParsedConfiguration;
import org.ninelives.config.language.SourceFiles;

/**
 * The inside of {@code global_defs}, read as the daemon would.
 *
 * @param problems severity and line of each, {@code ERROR mail.conf:3: smtp_server: ...}
 */
record MailText(MailSettings settings, List<String> problems) {

    /** The password that is asked for by this name is there. */
    static final String KNOWN_VARIABLE = "MAIL_PASSWORD";

    private static final String FILE = "mail.conf";

    static MailText of(String globalDefs) {
        return ofFile("global_defs {\n" + globalDefs + "\n}\n");
    }

    /** A whole file, of which only {@code global_defs} is looked at. */
    static MailText ofFile(String text) {
        Problems problems = new Problems();
        ParsedConfiguration parsed =
                ConfigurationReader.read(
                        FILE,
                        new OneFile(text),
                        new LanguageSettings(
                                new Environment("test", "/", name -> Optional.empty(), 1),
                                Set.of()));
        List<Keyword<?>> keywords = new ArrayList<>(MailReader.GLOBAL_DEFS.keywords());
        keywords.add(GlobalKeywords.ROUTER_ID);
        Keyword<Values> globals =
                Keyword.block("global_defs", BlockGrammar.of(keywords), "defaults");
        Values values =
                new GrammarReader(problems)
                        .read(
                                new Position(FILE, 0),
                                parsed.statements().stream()
                                        .filter(each -> each.keyword().equals("global_defs"))
                                        .toList(),
                                BlockGrammar.of(globals));
        MailSettings settings =
                MailReader.read(
                        values.get(globals),
                        new LocalNames("lb01", "root"),
                        MailText::password,
                        problems);
        return new MailText(
                settings,
                problems.all().stream()
                        .map(problem -> problem.severity() + " " + problem)
                        .toList());
    }

    private static String password(Secret secret) throws UnreadableSecretException {
        if (secret.equals(new Secret.InEnvironment(KNOWN_VARIABLE))) {
            return "open sesame";
        }
        throw new UnreadableSecretException(secret + " is not there");
    }

    private record OneFile(String text) implements SourceFiles {

        @Override
        public Kind kind(String path) {
            return path.equals(FILE) ? Kind.REGULAR : Kind.ABSENT;
        }

        @Override
        public List<String> names(String directory) {
            return List.of();
        }

        @Override
        public byte[] read(String path) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
