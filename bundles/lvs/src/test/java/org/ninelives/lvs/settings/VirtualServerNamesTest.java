package org.ninelives.lvs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.config.Position;

/** How virtual servers are called, in logs and by those who track them. */
class VirtualServerNamesTest {

    private static final ConfigText TEXT =
            ConfigText.of(
                    """
                    virtual_server_group G { 10.0.2.1 53 }
                    virtual_server 10.0.0.1 80 {
                        protocol TCP
                        real_server 192.168.0.2 80 { }
                    }
                    virtual_server 10.0.0.1 80 {
                        protocol UDP
                        real_server 192.168.0.2 80 { }
                    }
                    virtual_server 2001:db8::1 80 {
                        protocol SCTP
                        real_server fd00::2 80 { }
                    }
                    virtual_server fwmark 100 {
                        real_server 192.168.0.2 80 { }
                    }
                    virtual_server fwmark 100 {
                        real_server fd00::2 80 { }
                    }
                    virtual_server group G {
                        protocol TCP
                        real_server 192.168.0.2 53 { }
                    }
                    virtual_server group G {
                        protocol UDP
                        real_server 192.168.0.2 53 { }
                    }
                    """);

    @Test
    void theyAreCalledAsInKeepalivedsLogAndAllApart() {
        assertThat(TEXT.problems()).isEmpty();
        assertThat(TEXT.settings().virtualServers())
                .extracting(VirtualServerSettings::name)
                .containsExactly(
                        "[10.0.0.1]:tcp:80",
                        "[10.0.0.1]:udp:80",
                        "[2001:db8::1]:sctp:80",
                        "FWM 100",
                        "FWM6 100",
                        "[G]:0",
                        "[G]:1");
    }

    @Test
    void theyAreTrackedByShorterNames() {
        assertThat(TEXT.settings().virtualServers())
                .extracting(VirtualServerSettings::trackerName)
                .containsExactly(
                        "10.0.0.1:80",
                        "10.0.0.1:80/udp",
                        "[2001:db8::1]:80/sctp",
                        "fwmark:100",
                        "fwmark:100/inet6",
                        "G",
                        "G/udp");
    }

    @Test
    void definitionsCarryTheSameNamesAndTheLinesOfTheirBlocks() {
        assertThat(TEXT.definitions())
                .extracting(TrackerDefinition::name)
                .containsExactlyElementsOf(
                        TEXT.settings().virtualServers().stream()
                                .map(VirtualServerSettings::trackerName)
                                .toList());
        assertThat(TEXT.definitions().getFirst())
                .isEqualTo(
                        new TrackerDefinition(
                                "10.0.0.1:80", 0, false, new Position("test.conf", 2)));
    }

    @Test
    void whatCannotRunIsDefinedAllTheSame() {
        ConfigText text = ConfigText.of("virtual_server 10.0.0.1 80 {\nprotocol TCP\n}");

        assertThat(text.settings().virtualServers()).isEmpty();
        assertThat(text.definitions())
                .extracting(TrackerDefinition::name)
                .containsExactly("10.0.0.1:80");
    }
}
