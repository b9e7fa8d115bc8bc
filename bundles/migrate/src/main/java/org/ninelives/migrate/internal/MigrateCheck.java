package org.ninelives.migrate.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.command.Command;
import org.ninelives.api.configuration.ConfigurationFiles;
import org.ninelives.api.configuration.TestedConfiguration;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.script.Scripts;
import org.ninelives.config.Statement;
import org.ninelives.migrate.core.Assessment;
import org.ninelives.migrate.core.Report;
import org.ninelives.migrate.core.Rule;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code --migrate-check [--json] [--root FOLDER] [FILE]}: what a change-over from keepalived means
 * for this machine, and by which commands it is done. Changes nothing.
 */
@Component
public final class MigrateCheck implements Command {

    static final int NOT_DONE = 1;

    private static final String FILE = "/etc/keepalived/keepalived.conf";
    private static final String JMX_PORT = "9112";

    private final ConfigurationFiles files;
    private final Scripts scripts;
    private final int jmxPort;

    /** The table of findings is part of this bundle. */
    @Activate
    public MigrateCheck(
            BundleContext context,
            @Reference ConfigurationFiles files,
            @Reference Scripts scripts) {
        this(files, scripts, context.getProperty("ninelives.jmx.port"));
    }

    MigrateCheck(ConfigurationFiles files, Scripts scripts, String jmxPort) {
        this.files = files;
        this.scripts = scripts;
        String port = jmxPort == null || !jmxPort.matches("\\d{1,5}") ? JMX_PORT : jmxPort;
        this.jmxPort = Integer.parseInt(port);
    }

    @Override
    public String name() {
        return "migrate-check";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        List<String> words = new ArrayList<>(arguments);
        boolean json = words.remove("--json");
        Path folder = Path.of("/");
        int root = words.indexOf("--root");
        if (root >= 0 && root + 1 < words.size()) {
            folder = Path.of(words.remove(root + 1)).toAbsolutePath();
            words.remove(root);
        }
        if (words.size() > 1 || words.stream().anyMatch(word -> word.startsWith("-"))) {
            err.println("Usage: ninelived --migrate-check [--json] [--root FOLDER] [FILE]");
            return NOT_DONE;
        }
        return look(new Root(folder), words.stream().findFirst(), json, out, err);
    }

    private int look(
            Root root, Optional<String> named, boolean json, PrintStream out, PrintStream err) {
        Facts facts = new Facts();
        MachineReader machine = new MachineReader(root, facts);
        String file = named.orElseGet(() -> root.of(machine.file().orElse(FILE)).toString());
        TestedConfiguration tested = files.test(file);
        if (!tested.isReadable()) {
            tested.problems().forEach(err::println);
            err.println("ninelived: there is no configuration to check");
            return NOT_DONE;
        }
        List<Statement> configuration = tested.statements();
        machine.read(jmxPort, configuration);
        new ScriptLook(scripts, ScriptRules.of(tested.globalDefs()), root, facts)
                .read(configuration);
        Assessment assessment =
                Assessment.of(file, table(), configuration, facts.block(), tested.problems());
        if (json) {
            out.println(Report.json(assessment));
        } else {
            Report.lines(assessment).forEach(out::println);
        }
        return assessment.status();
    }

    static List<Rule> table() {
        try (InputStream table = MigrateCheck.class.getResourceAsStream("findings.tsv")) {
            return Rule.parse(new String(table.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
