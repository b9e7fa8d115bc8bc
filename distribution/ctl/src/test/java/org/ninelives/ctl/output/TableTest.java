package org.ninelives.ctl.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAreAsWideAsTheirWidestWordAndLinesEndWithTheirLastOne() {
        Table table =
                new Table("NAME", "STATE", "WHY").row("VI_1", "MASTER", "").row("B", "FAULT", "x");
        assertThat(table.toString())
                .isEqualTo(
                        """
                        NAME  STATE   WHY
                        VI_1  MASTER
                        B     FAULT   x
                        """);
    }

    @Test
    void aTableWithoutRowsKnowsIt() {
        assertThat(new Table("A").isEmpty()).isTrue();
        assertThat(new Table("A").row(1).isEmpty()).isFalse();
    }

    @Test
    void aRowHasACellForEachColumn() {
        assertThatThrownBy(() -> new Table("A", "B").row(1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
