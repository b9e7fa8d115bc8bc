package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DaemonSettingsTest {

    @Test
    void withoutPropertiesItRunsKeepalivedsFile() {
        DaemonSettings settings = DaemonSettings.from(name -> null, 42);

        assertThat(settings.mode()).isEqualTo(DaemonSettings.Mode.RUN);
        assertThat(settings.file()).isEqualTo("/etc/keepalived/keepalived.conf");
        assertThat(settings.pidFiles()).isEmpty();
        assertThat(settings.arguments()).isEmpty();
        assertThat(settings.startMillis()).isEqualTo(42);
    }

    @Test
    void whatTheCommandLineSaidCounts() {
        DaemonSettings settings =
                DaemonSettings.from(
                        Map.of(
                                        "ninelives.mode", "config-test",
                                        "ninelives.config.file", "a.conf",
                                        "ninelives.config.id", "one",
                                        "ninelives.config.test.log", "log",
                                        "ninelives.dump", "true",
                                        "ninelives.checkers.pid.file", "c.pid",
                                        "ninelives.start.epoch.millis", "7")
                                ::get,
                        42);

        assertThat(settings.mode()).isEqualTo(DaemonSettings.Mode.CONFIG_TEST);
        assertThat(settings.file()).isEqualTo("a.conf");
        assertThat(settings.configId()).contains("one");
        assertThat(settings.testLog()).contains(Path.of("log"));
        assertThat(settings.dump()).isTrue();
        assertThat(settings.pidFiles()).containsExactly(Map.entry(Part.CHECKERS, Path.of("c.pid")));
        assertThat(settings.startMillis()).isEqualTo(7);
    }

    @Test
    void theWordsOfACommandMayBeAnything() {
        DaemonSettings settings =
                DaemonSettings.from(
                        Map.of(
                                        "ninelives.mode", "command",
                                        "ninelives.command", "count",
                                        "ninelives.command.arguments", "-x\0a b\n\0")
                                ::get,
                        42);

        assertThat(settings.command()).isEqualTo("count");
        assertThat(settings.arguments()).containsExactly("-x", "a b\n", "");
    }

    @Test
    void aModeThatIsNoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DaemonSettings.from(Map.of("ninelives.mode", "dance")::get, 0));
    }
}
