package org.ninelives.migrate.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "DAEMON_ARGS=\"-D -x\"; -D -x; ''",
                "KEEPALIVED_OPTIONS=-Dxf/etc/k.conf; -D -x -f; /etc/k.conf",
                "export DAEMON_ARGS='-f k.conf --snmp'; -f --snmp; k.conf",
                "DAEMON_ARGS=--use-file=a.conf; --use-file; a.conf",
                "DAEMON_ARGS=--use-file a.conf -S 3; --use-file -S; a.conf"
            })
    void optionsAndTheFileAreFound(String line, String names, String file) {
        OptionWords options = OptionWords.ofLine(line).orElseThrow();

        assertThat(String.join(" ", options.names())).isEqualTo(names);
        assertThat(options.file().orElse("")).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DAEMON_ARGS=\"\"", "# DAEMON_ARGS=-D", "OTHER=-D", ""})
    void otherLinesHaveNone(String line) {
        assertThat(OptionWords.ofLine(line)).isEmpty();
    }

    @Test
    void aFileThatIsNotNamedIsNone() {
        assertThat(OptionWords.ofLine("DAEMON_ARGS=-f").orElseThrow().file()).isEmpty();
    }
}
