package org.ninelives.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aBadCommandLineIsToldAndEndsWithOneAsInKeepalived() {
        assertThat(run("--bogus")).isEqualTo(1);
        assertThat(text(err))
                .isEqualTo("ninelived: unknown option --bogus; see ninelived --help\n");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void theVersionGoesToStandardErrorAsInKeepalived() {
        assertThat(run("-v")).isZero();
        assertThat(text(err))
                .startsWith("Keepalived v2.4 compatible Ninelives ")
                .contains("\nconfigure options: ", " --enable-json ");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void helpNamesTheOptions() {
        assertThat(run("--help")).isZero();
        assertThat(text(err))
                .contains("--use-file=FILE", "--print-grammar=FORMAT", "--signum=NAME");
    }

    @Test
    void aSignalNumberGoesToStandardOutput() {
        assertThat(run("--signum=RELOAD")).isZero();
        assertThat(text(out)).isEqualTo("1\n");
    }

    private int run(String... arguments) {
        return Main.run(arguments, stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
