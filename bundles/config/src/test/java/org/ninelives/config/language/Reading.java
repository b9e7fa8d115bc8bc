package org.ninelives.config.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ninelives.config.Problem;
import org.ninelives.config.Statement;

/** Reads texts in tests, and shows trees as indented lines. */
public final class Reading {

    public static final String FILE = "keepalived.conf";

    public static final Set<String> ROOT_BLOCKS =
            Set.of(
                    "global_defs",
                    "vrrp_instance",
                    "vrrp_sync_group",
                    "vrrp_script",
                    "virtual_server",
                    "virtual_server_group");

    private Reading() {}

    public static LanguageSettings settings() {
        return settings("one");
    }

    public static LanguageSettings settings(String configId) {
        return new LanguageSettings(environment(configId), ROOT_BLOCKS);
    }

    public static Environment environment(String configId) {
        Map<String, String> variables = Map.of("KWADDR", "10.77.0.95", "TWO_LINES", "a\nb }");
        return new Environment(
                configId, "/etc", name -> Optional.ofNullable(variables.get(name)), 42);
    }

    public static ParsedConfiguration read(FakeFiles files) {
        return ConfigurationReader.read(FILE, files, settings());
    }

    public static ParsedConfiguration read(String... lines) {
        return read(new FakeFiles().file(FILE, lines));
    }

    /** The tree of lines that have no problem. */
    public static List<String> tree(String... lines) {
        ParsedConfiguration parsed = read(lines);
        if (!parsed.problems().isEmpty()) {
            throw new AssertionError(problems(parsed).toString());
        }
        return tree(parsed);
    }

    public static List<String> problems(String... lines) {
        return problems(read(lines));
    }

    public static List<String> problems(ParsedConfiguration parsed) {
        return parsed.problems().stream().map(Problem::toString).toList();
    }

    /** One line a statement, indented by one blank a level; a block ends with its brace. */
    public static List<String> tree(ParsedConfiguration parsed) {
        List<String> lines = new ArrayList<>();
        show(parsed.statements(), "", lines);
        return lines;
    }

    private static void show(List<Statement> statements, String indent, List<String> lines) {
        for (Statement statement : statements) {
            lines.add(indent + statement.text() + (statement.hasBlock() ? " {" : ""));
            show(statement.body(), indent + " ", lines);
        }
    }
}
