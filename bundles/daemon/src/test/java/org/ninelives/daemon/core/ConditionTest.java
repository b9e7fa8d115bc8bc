package org.ninelives.daemon.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionTest {

    @Test
    void wordsNameConditions() {
        assertThat(Condition.of(List.of("quorum", "fault", "fault")))
                .containsExactlyInAnyOrder(Condition.FAULT, Condition.QUORUM);
        assertThat(Condition.words(Condition.of(List.of("quorum", "mastership", "fault"))))
                .isEqualTo("fault mastership quorum");
    }

    @Test
    void withoutWordsTheUsualOnesHold() {
        assertThat(Condition.of(List.of())).isEqualTo(Condition.DEFAULT);
    }

    @Test
    void anotherWordIsRefusedWithThoseThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.of(List.of("fault", "FAULT")))
                .withMessage("FAULT is none of fault|mastership|quorum");
    }
}
