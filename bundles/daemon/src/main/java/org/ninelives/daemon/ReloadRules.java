package org.ninelives.daemon;

import java.util.Optional;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.config.Problem;
import org.ninelives.config.Severity;

/**
 * Which configurations a reload refuses. The service that runs is worth more than the one that was
 * meant, so a doubt about the latter keeps the former:
 *
 * <ol>
 *   <li>the file cannot be read;
 *   <li>a section fails on it;
 *   <li>an object of it cannot run, or a keyword lacks its argument;
 *   <li>an object that runs would be removed while the file has errors: the error may be why the
 *       object is not found, as with a misspelt {@code vrrp_instance} or a forgotten brace.
 * </ol>
 *
 * <p>Other errors, unknown keywords among them, are reported and their statements left out, as at
 * the start.
 */
final class ReloadRules {

    private ReloadRules() {}

    /** Why this preparation is not to be applied, or nothing. */
    static Optional<String> objection(Preparation preparation) {
        if (!preparation.reading().parsed().readable()) {
            return Optional.of(
                    preparation.problems().stream()
                            .findFirst()
                            .map(Problem::toString)
                            .orElse("the configuration file cannot be read"));
        }
        return unfit(preparation).or(() -> doubtfulRemoval(preparation));
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
        return preparation.changes().stream()
                .filter(change -> change.kind() == PlannedChange.Kind.REMOVE)
                .findFirst()
                .flatMap(
                        removal ->
                                preparation.problems().stream()
                                        .filter(p -> p.severity() == Severity.ERROR)
                                        .findFirst()
                                        .map(
                                                error ->
                                                        removal.object()
                                                                + " would be removed, perhaps by"
                                                                + " mistake: "
                                                                + error));
    }
}
