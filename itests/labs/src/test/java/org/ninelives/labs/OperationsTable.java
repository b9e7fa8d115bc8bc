package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operations of the beans, with values to try, as {@code operations.tsv} lists them. */
final class OperationsTable {
    private static final Path FILE = Path.of("src/test/resources/operations.tsv");

    /** What a report holds that tells of a refusal, where no exception does. */
    private static final String REFUSAL = "result=REFUSED";

    private OperationsTable() {}

    enum Outcome {
        DONE,
        REFUSED,
        NEVER
    }

    /**
     * A call.
     *
     * @param type of the bean
     * @param outcome what shall become of it for a user who may change things
     */
    record Row(String type, String operation, List<String> arguments, Outcome outcome) {
        /** Whether an operation, as {@link ToolClient} describes it, is the one of this row. */
        boolean isOf(String described) {
            String[] words = described.strip().split(" ", -1);
            return words[1].equals(operation) && words.length - 2 == arguments.size();
        }

        /** What to ask {@link ToolClient}. */
        String[] question(String bean, String described) {
            String[] words = described.split(" ", 3);
            List<String> question = new ArrayList<>(List.of("invoke", bean, operation));
            question.add(words.length > 2 ? words[2] : "");
            question.addAll(arguments);
            return question.toArray(String[]::new);
        }

        /** The same for jmxterm, to which a blank ends a word unless told otherwise. */
        String jmxterm(String bean) {
            StringBuilder command = new StringBuilder("run -b " + bean + " " + operation);
            for (String argument : arguments) {
                command.append(' ').append(argument.replace(" ", "\\ "));
            }
            return command.toString();
        }

        @Override
        public String toString() {
            return type + "." + operation + arguments;
        }
    }

    /** Something to be done with a row, the operation as a bean describes it, and the question. */
    interface Trial {
        void run(Row row, String described, String... question);
    }

    /** Beans of servers and checks come after the log says that the daemon has started. */
    static void awaitBeans(Lab lab, Router router) {
        Set<String> wanted = rows().stream().map(Row::type).collect(Collectors.toSet());
        try (Tool tool = Tool.byPid(router)) {
            lab.await(
                    "a bean of each type",
                    () ->
                            tool.list("names", "org.ninelives:*").stream()
                                    .map(OperationsTable::typeOf)
                                    .collect(Collectors.toSet())
                                    .containsAll(wanted));
        }
    }

    /** Tries every row on the first bean of its type. */
    static void forEach(Tool tool, Trial trial) {
        List<String> names = tool.list("names", "org.ninelives:*");
        for (Row row : rows()) {
            String bean =
                    names.stream()
                            .filter(name -> typeOf(name).equals(row.type()))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("no bean for " + row));
            String described =
                    tool.list("operations", bean).stream()
                            .filter(row::isOf)
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("no operation for " + row));
            trial.run(row, described, row.question(bean, described));
        }
    }

    /** Every row but those that would end the test has the outcome that it tells. */
    static void verifyOutcomes(Tool tool) {
        forEach(
                tool,
                (row, described, question) -> {
                    if (row.outcome() != Outcome.NEVER) {
                        Tool.Reply reply = tool.ask(question);
                        assertThat(reply.ok() && !reply.text().contains(REFUSAL))
                                .as(row + " " + reply.text())
                                .isEqualTo(row.outcome() == Outcome.DONE);
                        assertThat(reply.isDenied()).as(row.toString()).isFalse();
                    }
                });
    }

    /** What jmxterm is told to try the rows of one outcome. */
    static List<String> jmxtermCommands(Tool tool, Outcome outcome) {
        List<String> commands = new ArrayList<>();
        forEach(
                tool,
                (row, described, question) -> {
                    if (row.outcome() == outcome) {
                        commands.add(row.jmxterm(question[1]));
                    }
                });
        return commands;
    }

    /** The rows of an operation as {@link ToolClient} describes it. */
    static List<Row> of(List<Row> rows, String type, String described) {
        return rows.stream().filter(row -> row.type().equals(type) && row.isOf(described)).toList();
    }

    /** The type of a bean, by its name. */
    static String typeOf(String bean) {
        return bean.replaceAll(".*[:,]type=([^,]+).*", "$1");
    }

    static List<Row> rows() {
        try (Stream<String> lines = Files.lines(FILE)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(OperationsTable::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] columns = line.split("\t", -1);
        return new Row(
                columns[0],
                columns[1],
                columns[2].isEmpty() ? List.of() : List.of(columns[2].split("\\|", -1)),
                Outcome.valueOf(columns[3].toUpperCase(Locale.ROOT)));
    }
}
