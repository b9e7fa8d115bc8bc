package org.ninelives.config.language;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;
import org.ninelives.config.Words;

/** Finds and reads the files of include lines. */
final class IncludeReader {

    /** Deeper than anybody arranges files on purpose. */
    static final int DEPTH_MAX = 32;

    /** What reading a file again costs besides its content, in lines. */
    private static final int REREAD_COST = 16;

    private final SourceFiles files;
    private final Budget budget;
    private final Problems problems;
    private final FileConsumer consumer;
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> read = new HashSet<>();

    IncludeReader(SourceFiles files, Budget budget, Problems problems, FileConsumer consumer) {
        this.files = files;
        this.budget = budget;
        this.problems = problems;
        this.consumer = consumer;
    }

    /** Reads the lines of a file that was found. */
    interface FileConsumer {

        void file(String path, byte[] content);
    }

    /** Reads the first file, which the operator named; false if it cannot be read. */
    boolean readRoot(String file) {
        Position position = new Position(file, 0);
        SourceFiles.Kind kind = files.kind(file);
        if (kind == SourceFiles.Kind.EXECUTABLE) {
            problems.warning(position, "", "is executable; a configuration should not be");
        } else if (kind != SourceFiles.Kind.REGULAR) {
            problems.cannotRun(position, "", whyNot(kind));
            return false;
        }
        try {
            consume(file, files.read(file), position);
            return true;
        } catch (UnreadableFileException e) {
            problems.cannotRun(position, "", e.getMessage());
            return false;
        }
    }

    /** Reads every file that the pattern of an include line names. */
    void include(
            Position position,
            IncludeKeyword keyword,
            String argument,
            Set<IncludeCheck> generalChecks) {
        List<String> words = Words.split(argument);
        if (words.isEmpty()) {
            problems.missingArgument(
                    position, keyword.keyword(), "the name or pattern of a file is missing");
            return;
        }
        if (words.size() > 1) {
            problems.warning(
                    position,
                    keyword.keyword(),
                    "only the first pattern counts; put '"
                            + String.join(" ", words.subList(1, words.size()))
                            + "' in a line of its own, or quote a name with blanks");
        }
        String pattern = words.getFirst();
        Set<IncludeCheck> checks = keyword.checks(generalChecks);
        Map<String, List<String>> matches =
                new Glob(files).match(Paths.directory(position.file()), pattern);
        reportMissing(position, keyword.keyword(), pattern, matches, checks);
        for (List<String> alternative : matches.values()) {
            for (String file : alternative) {
                includeFile(position, keyword.keyword(), file, checks);
            }
        }
    }

    private void reportMissing(
            Position position,
            String keyword,
            String pattern,
            Map<String, List<String>> matches,
            Set<IncludeCheck> checks) {
        boolean nothing = matches.values().stream().allMatch(List::isEmpty);
        if (nothing && Glob.hasWildcard(pattern)) {
            if (checks.contains(IncludeCheck.WILDCARD_MATCH)) {
                problems.error(position, keyword, "no file matches " + pattern);
            }
        } else if (nothing) {
            report(
                    checks.contains(IncludeCheck.MATCH),
                    position,
                    keyword,
                    "there is no file " + pattern);
        } else if (checks.contains(IncludeCheck.BRACE_MATCH)) {
            matches.forEach(
                    (alternative, found) -> {
                        if (found.isEmpty()) {
                            problems.error(position, keyword, "no file matches " + alternative);
                        }
                    });
        }
    }

    private void includeFile(
            Position position, String keyword, String file, Set<IncludeCheck> checks) {
        SourceFiles.Kind kind = files.kind(file);
        if (kind != SourceFiles.Kind.REGULAR) {
            problems.warning(position, keyword, file + " " + whyNot(kind) + "; it is skipped");
        } else if (open.contains(Paths.normalize(file))) {
            problems.error(position, keyword, file + " would include itself; it is skipped");
        } else if (open.size() > DEPTH_MAX) {
            problems.error(
                    position,
                    keyword,
                    "includes are nested more than "
                            + DEPTH_MAX
                            + " deep; "
                            + file
                            + " is skipped");
        } else {
            try {
                consume(file, files.read(file), position);
            } catch (UnreadableFileException e) {
                boolean error = checks.contains(IncludeCheck.READ);
                report(error, position, keyword, file + " " + e.getMessage());
            }
        }
    }

    private void consume(String file, byte[] content, Position position) {
        String path = Paths.normalize(file);
        // A file read again is a kind of expansion: two files that include the next one twice each
        // would otherwise double at every level.
        if (read.add(path) || budget.take(position, REREAD_COST, content.length)) {
            open.addLast(path);
            consumer.file(file, content);
            open.removeLast();
        }
    }

    private void report(boolean error, Position position, String keyword, String message) {
        if (error) {
            problems.error(position, keyword, message);
        } else {
            problems.warning(position, keyword, message);
        }
    }

    private static String whyNot(SourceFiles.Kind kind) {
        return switch (kind) {
            case DIRECTORY -> "is a directory, not a file";
            case EXECUTABLE -> "is executable, so it is no configuration";
            case SPECIAL -> "is not a regular file";
            case ABSENT, REGULAR -> "does not exist";
        };
    }
}
