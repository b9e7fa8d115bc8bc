package org.ninelives.linux.companion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UndoOwnerTest {

    @Test
    void itsLineTellsIt() {
        UndoOwner owner = new UndoOwner("1234", 3, "net:[4026531840]");

        assertThat(owner.line()).isEqualTo("ninelives-undo 1 1234 3 net:[4026531840]");
        assertThat(UndoOwner.of(owner.line())).contains(owner);
        assertThat(owner.name()).isEqualTo("ninelived[1234]");
    }

    @Test
    void whereThereIsNoProcTheNamespaceIsUnknown() {
        UndoOwner owner = new UndoOwner("1", 23, "net:?");

        assertThat(UndoOwner.of(owner.line())).contains(owner);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ninelives-undo",
                "ninelives-undo 2 1234 3 net:[1]",
                "ninelives-undo 1 x 3 net:[1]",
                "ninelives-undo 1 1234 300 net:[1]",
                "ninelives-undo 1 1234 3",
                "ninelives-undo 1 1234 3 net:[1] more",
                "root:x:0:0:root:/root:/bin/bash"
            })
    void anotherLineTellsNobody(String line) {
        assertThat(UndoOwner.of(line)).isEmpty();
    }
}
