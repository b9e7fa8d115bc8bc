package org.ninelives.daemon;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.config.Problem;
import org.ninelives.config.Severity;

/**
 * Which configurations a reload refuses. The service that runs is worth more than the one that was
 * meant, so a doubt about the latter keeps the former:
 *
 * <ol>
 *   <li>the file cannot be read;
 *   <li>its text is broken, as that of a file which is being written: a block is not closed, a line
 *       cannot be read, or nothing is configured in it at all;
 *   <li>a section fails on it;
 *   <li>an object of it cannot run, or a keyword lacks its argument;
 *   <li>an object that runs would be removed while the file has errors: the error may be why the
 *       object is not found, as with a misspelt {@code vrrp_instance} or a forgotten brace;
 *   <li>an object that runs would be changed or removed while the file has an error that it did not
 *       have before, or lacks an included file: that may be why the object is another one, as with
 *       a priority that is no number.
 * </ol>
 *
 * <p>Other errors, unknown keywords among them, are reported and their statements left out, as at
 * the start.
 */
final class ReloadRules {

    private ReloadRules() {}

    /**
     * Why this preparation is not to be applied, or nothing.
     *
     * @param running what it would replace
     */
    static Optional<String> objection(Preparation preparation, Optional<Reading> running) {
        if (!preparation.reading().parsed().readable()) {
            return Optional.of(
                    preparation.problems().stream()
                            .findFirst()
                            .map(Problem::toString)
                            .orElse("the configuration file cannot be read"));
        }
        return brokenText(preparation, running)
                .or(() -> unfit(preparation))
                .or(() -> doubtfulRemoval(preparation))
                .or(() -> doubtfulChange(preparation, running));
    }

    private static Optional<String> brokenText(Preparation preparation, Optional<Reading> running) {
        List<Problem> problems = preparation.reading().parsed().problems();
        boolean emptied =
                preparation.reading().parsed().statements().isEmpty()
                        && running.filter(now -> !now.parsed().statements().isEmpty()).isPresent();
        return problems.stream()
                .filter(problem -> emptied || problem.severity() == Severity.ERROR)
                .findFirst()
                .map(Problem::toString);
    }

    private static Optional<String> unfit(Preparation preparation) {
        return preparation.problems().stream()
                .filter(
                        problem ->
                                problem.kind() == Problem.Kind.CANNOT_RUN
                                        || problem.kind() == Problem.Kind.MISSING_ARGUMENT)
                .findFirst()
                .map(Problem::toString);
    }

    private static Optional<String> doubtfulRemoval(Preparation preparation) {
        return doubt(
                preparation,
                Set.of(PlannedChange.Kind.REMOVE),
                "removed",
                errors(preparation.problems()).findFirst());
    }

    /** The last of these rules, for a text that has run already: nothing else can be new in it. */
    static Optional<String> doubtfulChange(Preparation preparation, Optional<Reading> running) {
        Set<String> known = new HashSet<>();
        running.ifPresent(now -> suspicions(now).map(ReloadRules::words).forEach(known::add));
        return doubt(
                preparation,
                Set.of(PlannedChange.Kind.REMOVE, PlannedChange.Kind.CHANGE),
                "changed or removed",
                suspicions(preparation.reading())
                        .filter(problem -> !known.contains(words(problem)))
                        .findFirst());
    }

    private static Optional<String> doubt(
            Preparation preparation,
            Set<PlannedChange.Kind> kinds,
            String fate,
            Optional<Problem> reason) {
        return preparation.changes().stream()
                .filter(change -> kinds.contains(change.kind()))
                .findFirst()
                .flatMap(
                        change ->
                                reason.map(
                                        problem ->
                                                "%s would be %s, perhaps by mistake: %s"
                                                        .formatted(
                                                                change.object(), fate, problem)));
    }

    /** Errors, and what the text itself only warns of: a missing include is one of these. */
    private static Stream<Problem> suspicions(Reading reading) {
        return Stream.concat(
                errors(reading.problems()),
                reading.parsed().problems().stream()
                        .filter(problem -> problem.severity() == Severity.WARNING));
    }

    private static Stream<Problem> errors(List<Problem> problems) {
        return problems.stream().filter(problem -> problem.severity() == Severity.ERROR);
    }

    /** The same problem on another line is not a new one. */
    private static String words(Problem problem) {
        return problem.keyword() + ": " + problem.message();
    }
}
