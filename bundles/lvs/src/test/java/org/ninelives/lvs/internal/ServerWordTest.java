package org.ninelives.lvs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.lvs.settings.ConfigText;
import org.ninelives.lvs.settings.LvsSettings;
import org.ninelives.lvs.settings.RealServerSettings;
import org.ninelives.lvs.settings.VirtualServerSettings;

class ServerWordTest {

    private static final String REAL_SERVERS =
            """
            real_server 192.168.0.2 80 { weight 1 }
            real_server 192.168.0.2 81 { weight 1 }
            real_server 192.168.0.3 80 { weight 1 }
            }
            """;

    private static final LvsSettings SETTINGS =
            ConfigText.of(
                            "virtual_server_group farm { 10.0.0.9 80 }\n"
                                    + "virtual_server 10.0.0.1 80 { protocol TCP\n"
                                    + REAL_SERVERS
                                    + "virtual_server 10.0.0.1 53 { protocol TCP\n"
                                    + REAL_SERVERS
                                    + "virtual_server 10.0.0.1 53 { protocol UDP\n"
                                    + REAL_SERVERS
                                    + "virtual_server group farm { protocol TCP\n"
                                    + REAL_SERVERS
                                    + "virtual_server fwmark 100 { protocol TCP\n"
                                    + REAL_SERVERS
                                    + "virtual_server 2001:db8::1 80 { protocol TCP\n"
                                    + "real_server 2001:db8::2 80 { weight 1 }\n}\n")
                    .settings();

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1:80, [10.0.0.1]:tcp:80",
        "10.0.0.1 80, [10.0.0.1]:tcp:80",
        "'  10.0.0.1    80 ', [10.0.0.1]:tcp:80",
        "[10.0.0.1]:80, [10.0.0.1]:tcp:80",
        "[10.0.0.1]:tcp:80, [10.0.0.1]:tcp:80",
        "10.0.0.1:53/udp, [10.0.0.1]:udp:53",
        "10.0.0.1:udp:53, [10.0.0.1]:udp:53",
        "farm, [farm]:0",
        "fwmark 100, FWM 100",
        "fwmark:100, FWM 100",
        "FWM 100, FWM 100",
        "[2001:db8::1]:80, [2001:db8::1]:tcp:80",
        "2001:DB8:0::1 80, [2001:db8::1]:tcp:80",
        "2001:db8::1, [2001:db8::1]:tcp:80",
    })
    void aVirtualServerIsFoundByWhatPeopleWrite(String word, String name) {
        assertThat(virtual(word)).containsExactly(name);
    }

    @Test
    void aWordThatMayMeanSeveralFindsThemAll() {
        assertThat(virtual("10.0.0.1")).hasSize(3);
        assertThat(virtual("10.0.0.1:53"))
                .containsExactly("[10.0.0.1]:tcp:53", "[10.0.0.1]:udp:53");
        assertThat(real("192.168.0.2")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.0.3, [192.168.0.3]:tcp:80",
        "192.168.0.2:81, [192.168.0.2]:tcp:81",
        "[192.168.0.2]:tcp:81, [192.168.0.2]:tcp:81"
    })
    void aRealServerIsFoundByWhatPeopleWrite(String word, String name) {
        assertThat(real(word)).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.2:80", "''", "10.0.0.1:8", "[", "10.0.0.1:99999999999", "nonsense 80"})
    void whatIsNotThereIsNotFound(String word) {
        assertThat(virtual(word)).isEmpty();
    }

    private static List<String> virtual(String word) {
        return new ServerWord(word)
                .virtualServers(SETTINGS.virtualServers()).stream()
                        .map(VirtualServerSettings::name)
                        .toList();
    }

    private static List<String> real(String word) {
        return new ServerWord(word)
                .realServers(SETTINGS.virtualServers().getFirst().realServers()).stream()
                        .map(RealServerSettings::name)
                        .toList();
    }
}
