package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.config.Position;
import org.ninelives.config.Problem;
import org.ninelives.config.Severity;

class ExitStatusTest {

    @ParameterizedTest(name = "{0} ends with {1}")
    @CsvSource({
        "NOTE, 0",
        "WARNING, 0",
        "NOTE WARNING, 0",
        "ERROR, 5",
        "ERROR WARNING ERROR, 5",
        "SCRIPT_SECURITY, 6",
        "SCRIPT_SECURITY ERROR, 6",
        "CANNOT_RUN, 4",
        "CANNOT_RUN ERROR, 4",
        "CANNOT_RUN SCRIPT_SECURITY, 4",
        "MISSING_ARGUMENT, 2",
        "MISSING_ARGUMENT CANNOT_RUN, 2",
        "SCRIPT_SECURITY ERROR MISSING_ARGUMENT WARNING, 2"
    })
    void theWorstFindingDecides(String findings, int status) {
        List<Problem> problems =
                Arrays.stream(findings.split(" ")).map(ExitStatusTest::problem).toList();

        assertThat(ExitStatus.ofTest(true, problems)).isEqualTo(status);
        assertThat(ExitStatus.ofTest(true, problems.reversed())).isEqualTo(status);
    }

    @Test
    void nothingFoundIsFine() {
        assertThat(ExitStatus.ofTest(true, List.of())).isZero();
    }

    @Test
    void aFileThatCannotBeReadCannotRun() {
        assertThat(ExitStatus.ofTest(false, List.of(problem("ERROR")))).isEqualTo(4);
        assertThat(ExitStatus.ofTest(false, List.of())).isEqualTo(4);
    }

    private static Problem problem(String finding) {
        Position position = new Position("k.conf", 1);
        return Arrays.stream(Problem.Kind.values())
                .filter(kind -> kind.name().equals(finding))
                .findFirst()
                .map(kind -> new Problem(Severity.ERROR, kind, position, "word", "wrong"))
                .orElseGet(
                        () ->
                                new Problem(
                                        Severity.valueOf(finding),
                                        Problem.Kind.SKIPPED,
                                        position,
                                        "word",
                                        "wrong"));
    }
}
