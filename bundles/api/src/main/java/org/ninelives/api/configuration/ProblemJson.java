package org.ninelives.api.configuration;

import java.util.Collection;
import java.util.Locale;
import org.ninelives.api.json.JsonObject;
import org.ninelives.config.Problem;

/** Problems for programs: editors, pipelines. */
public final class ProblemJson {

    private ProblemJson() {}

    /**
     * One object.
     *
     * @param file the configuration
     * @param status with which the test ends
     */
    public static JsonObject of(String file, int status, Collection<Problem> problems) {
        return new JsonObject()
                .put("file", file)
                .put("status", status)
                .put("problems", problems.stream().map(ProblemJson::of).toList());
    }

    /** The line is 0 where the file as a whole is meant; lines begin with 1. */
    private static JsonObject of(Problem problem) {
        return new JsonObject()
                .put("file", problem.position().file())
                .put("line", problem.position().line())
                .put("severity", word(problem.severity()))
                .put("kind", word(problem.kind()))
                .put("keyword", problem.keyword())
                .put("message", problem.message());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
