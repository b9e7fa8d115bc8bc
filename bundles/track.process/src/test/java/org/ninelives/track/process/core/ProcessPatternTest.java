package org.ninelives.track.process.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.system.RunningProcess;

/** Which processes are meant. */
class ProcessPatternTest {

    @ParameterizedTest
    @CsvSource({
        // how, wanted, running, whether it is meant
        "NONE, d, d, true",
        "NONE, d, d a b, true",
        "NONE, d, /d, false",
        "NONE, d, dd, false",
        "EXACT, d, d, true",
        "EXACT, d, d a, false",
        "EXACT, d a b, d a b, true",
        "EXACT, d a b, d a, false",
        "EXACT, d a b, d a b c, false",
        "EXACT, d a b, d b a, false",
        "PARTIAL, d, d, true",
        "PARTIAL, d, d a, true",
        "PARTIAL, d a b, d a b c, true",
        "PARTIAL, d a b, d a, false",
        "PARTIAL, d a b, d a bb, false",
        "INITIAL, d, d, true",
        "INITIAL, d, d a, true",
        "INITIAL, d a b, d a b, true",
        "INITIAL, d a b, d a bb c, true",
        "INITIAL, d a b, d a, false",
        "INITIAL, d a b, d aa b, false",
        "INITIAL, d a b, d a c, false"
    })
    void commandLines(ParameterMatch match, String wanted, String found, boolean meant) {
        List<String> words = Arrays.asList(wanted.split(" ", -1));
        ProcessPattern pattern =
                new ProcessPattern.Command(words.getFirst(), words.subList(1, words.size()), match);
        assertThat(pattern.matches(process("any", found.split(" ", -1)))).isEqualTo(meant);
    }

    @Test
    void aThreadOfTheKernelHasNoCommandLine() {
        assertThat(
                        new ProcessPattern.Command("d", List.of(), ParameterMatch.PARTIAL)
                                .matches(process("d")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "nginx, nginx",
        "/usr/sbin/nginx, nginx",
        "a-name-of-16-byt, a-name-of-16-by",
        // The kernel cuts bytes, and so half a letter away.
        "vierzehn-bytesä, vierzehn-bytes\ufffd"
    })
    void theNameOfAProgramIsWhatTheKernelKeepsOfIt(String program, String name) {
        assertThat(ProcessPattern.Name.ofProgram(program)).isEqualTo(new ProcessPattern.Name(name));
        assertThat(ProcessPattern.Name.ofProgram(program).matches(process(name, "x"))).isTrue();
        assertThat(ProcessPattern.Name.ofProgram(program).matches(process("x", name))).isFalse();
    }

    private static RunningProcess process(String name, String... command) {
        return new RunningProcess(7, name, List.of(command));
    }
}
