package org.ninelives.metrics.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.testkit.ConfigurationText;

class MetricsAddressTest {

    private static ConfigurationText read(String line) {
        return ConfigurationText.of(
                "global_defs {\n    " + line + "\n}\n",
                BlockGrammar.none(),
                MetricsGrammar.GLOBAL_DEFS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:9650", "127.3.2.1:1", "[::1]:65535"})
    void loopbackAddressesAreTaken(String text) {
        ConfigurationText read = read("metrics_address " + text);

        assertThat(read.lines()).isEmpty();
        assertThat(read.globalDefs().get(MetricsGrammar.METRICS_ADDRESS)).get().hasToString(text);
    }

    @Test
    void withoutTheKeywordThereIsNone() {
        assertThat(read("").globalDefs().get(MetricsGrammar.METRICS_ADDRESS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1:9650 | 10.0.0.1 is not a loopback address (127.0.0.0/8 or ::1)",
                "0.0.0.0:9650 | 0.0.0.0 is not a loopback address",
                "[::]:9650 | :: is not a loopback address",
                "127.0.0.1:0 | 0 is not in 1..65535",
                "127.0.0.1:65536 | 65536 is not in 1..65535",
                "127.0.0.1:99999999999 | is not ADDRESS:PORT, such as 127.0.0.1:9650",
                "127.0.0.1 | 127.0.0.1 is not ADDRESS:PORT",
                "9650 | 9650 is not ADDRESS:PORT",
                "::1:9650 | ::1:9650 is not ADDRESS:PORT",
                "localhost:9650 | localhost is not an IP address"
            })
    void whatIsWrongIsSaid(String text, String words) {
        assertThat(read("metrics_address " + text).lines())
                .singleElement()
                .asString()
                .startsWith("ERROR test.conf:2: metrics_address: ")
                .contains(words);
    }
}
