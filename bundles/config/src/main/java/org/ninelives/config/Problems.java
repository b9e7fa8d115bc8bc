package org.ninelives.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects problems in the order they are found. Not safe for use by several threads. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    public void error(Position position, String keyword, String message) {
        add(new Problem(Severity.ERROR, Problem.Kind.SKIPPED, position, keyword, message));
    }

    /** An error because of which the whole object, not only the statement, cannot run. */
    public void cannotRun(Position position, String keyword, String message) {
        add(new Problem(Severity.ERROR, Problem.Kind.CANNOT_RUN, position, keyword, message));
    }

    public void missingArgument(Position position, String keyword, String message) {
        add(new Problem(Severity.ERROR, Problem.Kind.MISSING_ARGUMENT, position, keyword, message));
    }

    public void warning(Position position, String keyword, String message) {
        add(new Problem(Severity.WARNING, Problem.Kind.SKIPPED, position, keyword, message));
    }

    public void note(Position position, String keyword, String message) {
        add(new Problem(Severity.NOTE, Problem.Kind.SKIPPED, position, keyword, message));
    }

    /** How many have been found so far. */
    public int count() {
        return found.size();
    }

    /** Everything found so far, in order. */
    public List<Problem> all() {
        return List.copyOf(found);
    }

    public Optional<Severity> worst() {
        return found.stream().map(Problem::severity).max(Severity::compareTo);
    }
}
