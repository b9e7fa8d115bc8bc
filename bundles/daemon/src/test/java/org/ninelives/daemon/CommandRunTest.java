package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.command.Command;

class CommandRunTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @AfterEach
    void forgetTheInterruption() {
        Thread.interrupted();
    }

    @Test
    void theCommandOfThatNameGetsTheWordsAndSaysTheStatus() {
        assertThat(run("count", new Count("count", 0), new Count("other", 9))).isEqualTo(2);
        assertThat(out).hasToString("[a, b]\n");
    }

    @Test
    void aCommandThatNobodyBringsIsToldByName() {
        assertThat(run("dance", new Count("count", 0))).isEqualTo(1);
        assertThat(err).hasToString("ninelived: no bundle that is installed provides --dance\n");
    }

    @Test
    void aCommandThatThrowsEndsTheProcessWithAStatusAllTheSame() {
        assertThat(run("count", new Count("count", 1))).isEqualTo(1);
        assertThat(err).asString().startsWith("ninelived: --count failed: java.lang.Arithmetic");
    }

    @Test
    void anInterruptedCommandFails() {
        Thread.currentThread().interrupt();

        assertThat(run("count", new Count("count", 0))).isEqualTo(1);
        assertThat(err).hasToString("ninelived: --count was interrupted\n");
    }

    private int run(String name, Command... commands) {
        return new CommandRun(List.of(commands))
                .run(name, List.of("a", "b"), stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** Answers how many words it got, or fails with them. */
    private record Count(String name, int fault) implements Command {

        @Override
        public int run(List<String> arguments, PrintStream out, PrintStream err)
                throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            out.println(arguments);
            return fault == 0 ? arguments.size() : Math.floorDiv(fault, 0);
        }
    }
}
