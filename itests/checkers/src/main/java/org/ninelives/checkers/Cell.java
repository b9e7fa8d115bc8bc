package org.ninelives.checkers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What one checker has to make of one kind of server.
 *
 * @param server what it does
 * @param up whether the check passes
 * @param reason the sentence of the result; SERVER stands for address and port, ... for anything
 */
record Cell(String server, Checker checker, boolean up, String reason) {

    private static final Path TABLE = Path.of("src/test/resources/misbehaviour.txt");

    /** name, verdict and reason stand at least two blanks apart. */
    private static final Pattern GAP = Pattern.compile(" {2,}");

    static List<Cell> all() throws IOException {
        List<Cell> cells = new ArrayList<>();
        String server = "";
        for (String line : Files.readAllLines(TABLE)) {
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            if (line.startsWith(" ")) {
                cells.add(cell(server, GAP.split(line.strip(), 3)));
            } else {
                server = line;
            }
        }
        return cells;
    }

    private static Cell cell(String server, String[] columns) {
        return switch (columns[1]) {
            case "up" -> new Cell(server, Checker.named(columns[0]), true, columns[2]);
            case "down" -> new Cell(server, Checker.named(columns[0]), false, columns[2]);
            default ->
                    throw new IllegalArgumentException("no verdict: " + Arrays.toString(columns));
        };
    }

    /** Whether a reason is the one that is expected. */
    boolean expects(String said) {
        String pattern =
                Arrays.stream(reason.split("\\.\\.\\.", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*"));
        return said.matches(pattern);
    }

    @Override
    public String toString() {
        return server + ": " + checker;
    }
}
