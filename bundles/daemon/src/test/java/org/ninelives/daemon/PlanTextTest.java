package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.ChangeRow;
import org.ninelives.api.management.ReloadReport;

class PlanTextTest {

    @Test
    void aPlanIsALineForEachChangeAndProblem() {
        ReloadReport plan =
                new ReloadReport(
                        "PLANNED",
                        "2 changes",
                        1,
                        0,
                        List.of("k.conf:3: lmap: unknown keyword [error]"),
                        List.of(),
                        List.of(
                                new ChangeRow("ADD", "lamp", "attic", ""),
                                new ChangeRow("CHANGE", "lamp", "hall", "size 3 -> 4")),
                        "abcd",
                        0,
                        0);

        assertThat(PlanText.of(plan))
                .isEqualTo(
                        """
                        A reload would make 2 changes
                          ADD    lamp attic
                          CHANGE lamp hall: size 3 -> 4
                        Problems:
                          k.conf:3: lmap: unknown keyword [error]
                        Hash abcd
                        """);
    }

    @Test
    void aRefusalComesWithItsReason() {
        ReloadReport plan =
                new ReloadReport(
                        "REFUSED", "no file", 0, 0, List.of(), List.of(), List.of(), "", 0, 0);

        assertThat(PlanText.of(plan)).isEqualTo("A reload would be refused: no file\nHash \n");
    }
}
