package org.ninelives.script.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ScriptEnvironmentTest {

    @Test
    void whatChangesHowProgramsWorkIsRemoved() {
        assertThat(
                        ScriptEnvironment.of(
                                Map.of(
                                        "IFS", "x",
                                        "LD_PRELOAD", "/evil.so",
                                        "LD_LIBRARY_PATH", "/evil",
                                        "BASH_ENV", "/evil.sh",
                                        "JAVA_TOOL_OPTIONS", "-javaagent:x",
                                        "JDK_JAVA_OPTIONS", "-Xmx1g",
                                        "NOTIFY_SOCKET", "/run/x",
                                        "NINELIVES_NATIVE", "/x",
                                        "PATH", "/bin",
                                        "TZ", "UTC"),
                                Map.of("LANG", "C")))
                .containsOnly(
                        Map.entry("PATH", "/bin"), Map.entry("TZ", "UTC"), Map.entry("LANG", "C"));
    }

    @Test
    void thereIsAlwaysAPath() {
        assertThat(ScriptEnvironment.of(Map.of(), Map.of()))
                .containsOnly(Map.entry("PATH", "/usr/sbin:/usr/bin:/sbin:/bin"));
    }

    @Test
    void whatARunAddsWins() {
        assertThat(ScriptEnvironment.of(Map.of("STATE", "old"), Map.of("STATE", "MASTER")))
                .containsEntry("STATE", "MASTER");
    }
}
