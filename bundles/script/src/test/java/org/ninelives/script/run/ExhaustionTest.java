package org.ninelives.script.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of several releases of the JDK. */
final class ExhaustionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cannot run program \"/bin/x\": error=11, Resource temporarily unavailable",
                "Cannot run program \"/bin/x\": posix_spawn failed, error: 12 (Cannot allocate"
                        + " memory)",
                "error=24, Too many open files"
            })
    void theMachineHasNoMore(String message) {
        assertThat(Exhaustion.isToldBy(new IOException(message))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cannot run program \"/bin/x\": error=2, No such file or directory",
                "Cannot run program \"/bin/error=110\": error=13, Permission denied",
                "Exec failed, error: 8 (Exec format error)",
                "closed"
            })
    void theScriptIsAtFault(String message) {
        assertThat(Exhaustion.isToldBy(new IOException(message))).isFalse();
    }

    @Test
    void anErrorWithoutWordsTellsNothing() {
        assertThat(Exhaustion.isToldBy(new IOException())).isFalse();
    }
}
