package org.ninelives.lvs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.net.IpAddress;

/** What is said about a virtual server as a whole. */
class VirtualServerReaderTest {

    private static final String SERVER = "real_server 192.168.0.2 80 { }\n";

    private static ConfigText with(String lines) {
        return ConfigText.of(
                "virtual_server 10.0.0.1 80 {\nprotocol TCP\n" + lines + "\n" + SERVER + "}\n");
    }

    @Test
    void whatIsNotSaidIsAsKeepalivedHasIt() {
        ConfigText text = with("");

        VirtualServerSettings settings = text.virtualServer();
        assertThat(text.problems()).isEmpty();
        assertThat(settings.name()).isEqualTo("[10.0.0.1]:tcp:80");
        assertThat(settings.services().getFirst().scheduler()).isEqualTo("wlc");
        assertThat(settings.services().getFirst().persistence()).isEmpty();
        assertThat(settings.services().getFirst().flags()).isEmpty();
        assertThat(settings.services().getFirst().onePacket()).isFalse();
        assertThat(settings.quorum()).isEqualTo(1);
        assertThat(settings.hysteresis()).isZero();
        assertThat(settings.alpha()).isFalse();
        assertThat(settings.drainTimeout()).isZero();
        assertThat(settings.sorryServer()).isEmpty();
    }

    @Test
    void withoutAProtocolItIsUdpWhichIsWarnedOf() {
        ConfigText text = ConfigText.of("virtual_server 10.0.0.1 80 {\n" + SERVER + "}");

        assertThat(text.virtualServer().name()).isEqualTo("[10.0.0.1]:udp:80");
        assertThat(text.realServer().name()).isEqualTo("[192.168.0.2]:udp:80");
        assertThat(text.problems())
                .containsExactly(
                        "WARNING test.conf:1: protocol: is missing, and UDP holds; write protocol"
                                + " TCP or protocol UDP");
    }

    @Test
    void aMarkHasNoProtocolAndTheFamilyOfItsServers() {
        ConfigText text =
                ConfigText.of(
                        """
                        virtual_server fwmark 7 {
                            protocol TCP
                            real_server fd00::2 80 { }
                        }
                        """);

        assertThat(text.virtualServer().services())
                .extracting(IpvsService::key)
                .containsExactly(new ServiceKey.Mark(IpAddress.Family.IPV6, 7));
        assertThat(text.realServer().name()).isEqualTo("[fd00::2]:none:80");
        assertThat(text.problems())
                .containsExactly(
                        "NOTE test.conf:2: protocol: has no effect: a fwmark takes packets of any"
                                + " protocol");
    }

    @Test
    void theFamilyOfAMarkCanBeWritten() {
        ConfigText text =
                ConfigText.of(
                        """
                        virtual_server fwmark 7 {
                            ip_family inet6
                            lb_kind TUN
                            real_server 192.168.0.2 { }
                        }
                        """);

        assertThat(text.virtualServer().name()).isEqualTo("FWM6 7");
        assertThat(text.problems()).isEmpty();
    }

    @Test
    void aFamilyThatItsAddressIsNotOfIsAnError() {
        assertThat(with("ip_family inet6").problems())
                .containsExactly("ERROR test.conf:3: ip_family: its addresses are IPv4; ignored");
    }

    @Test
    void withoutRealServersItCannotRun() {
        ConfigText text = ConfigText.of("virtual_server 10.0.0.1 80 {\nprotocol TCP\n}");

        assertThat(text.settings().virtualServers()).isEmpty();
        assertThat(text.problems())
                .containsExactly(
                        "ERROR test.conf:1: virtual_server: [10.0.0.1]:tcp:80: has no real server;"
                                + " it is left out");
    }

    @Test
    void theSecondOfTwoWithOneAddressIsLeftOut() {
        ConfigText text =
                ConfigText.of(
                        """
                        virtual_server 10.0.0.1 80 {
                            protocol TCP
                            real_server 192.168.0.2 80 { }
                        }
                        virtual_server 10.0.0.1 80 {
                            protocol UDP
                            real_server 192.168.0.3 80 { }
                        }
                        virtual_server 10.0.0.1 80 {
                            protocol TCP
                            real_server 192.168.0.4 80 { }
                        }
                        """);

        assertThat(text.settings().virtualServers())
                .extracting(VirtualServerSettings::name)
                .containsExactly("[10.0.0.1]:tcp:80", "[10.0.0.1]:udp:80");
        assertThat(text.problems())
                .containsExactly(
                        "ERROR test.conf:9: virtual_server: [10.0.0.1]:tcp:80 belongs to"
                                + " virtual_server [10.0.0.1]:tcp:80 at test.conf:1 already; left"
                                + " out here");
    }

    @Test
    void aQuorumThatCannotBeReachedIsLowered() {
        ConfigText text = with("quorum 9\nreal_server 192.168.0.3 80 { weight 3 }");

        assertThat(text.virtualServer().quorum()).isEqualTo(4);
        assertThat(text.problems())
                .containsExactly(
                        "WARNING test.conf:3: quorum: 9 is more than all real servers weigh"
                                + " together and becomes 4");
    }

    @Test
    void theQuorumOfServersWithoutWeightIsOne() {
        ConfigText text = with("weight 0");

        assertThat(text.virtualServer().quorum()).isEqualTo(1);
        assertThat(text.realServer().weight()).isZero();
        assertThat(text.problems()).isEmpty();
    }

    @Test
    void theHysteresisStaysBelowTheQuorum() {
        ConfigText text = with("weight 9\nquorum 5\nhysteresis 5");

        assertThat(text.virtualServer().hysteresis()).isEqualTo(4);
        assertThat(text.problems())
                .containsExactly(
                        "WARNING test.conf:5: hysteresis: 5 is not less than the quorum and becomes"
                                + " 4");
        assertThat(with("weight 9\nquorum 5\nhysteresis 4").problems()).isEmpty();
    }

    @Test
    void checksOfAMarkCannotRestWithoutItsAddress() {
        ConfigText text = ConfigText.of("virtual_server fwmark 7 {\nha_suspend\n" + SERVER + "}");

        assertThat(text.virtualServer().haSuspend()).isFalse();
        assertThat(text.problems())
                .singleElement()
                .asString()
                .contains("ha_suspend: has no effect");
        assertThat(with("ha_suspend").virtualServer().haSuspend()).isTrue();
    }

    @Test
    void theTimeToDrainIsItsOwnOrThatOfAll() {
        String globals = "global_defs {\nlvs_drain_timeout 30\n}\n";
        String rest = "virtual_server 10.0.0.1 80 {\nprotocol TCP\n" + SERVER;

        assertThat(ConfigText.of(globals + rest + "}").virtualServer().drainTimeout())
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(
                        ConfigText.of(globals + rest + "drain_timeout 0.5\n}")
                                .virtualServer()
                                .drainTimeout())
                .isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void itCanFollowAVirtualRouter() {
        assertThat(with("follow_vrrp_instance VI_1").virtualServer().follows()).contains("VI_1");
    }

    @Test
    void theFirstScriptIsWarnedOfOnceWhereScriptsAreNotSecured() {
        String scripts =
                "real_server 192.168.0.3 80 {\nnotify_up /bin/a\n}\nquorum_up \"/bin/b c\" nobody";
        ConfigText text = with(scripts);

        assertThat(text.virtualServer().quorumUp().orElseThrow().words())
                .containsExactly("/bin/b", "c");
        assertThat(text.problems())
                .singleElement()
                .asString()
                .startsWith("WARNING test.conf:6: quorum_up: SECURITY VIOLATION");
    }

    @Test
    void securedScriptsAreNotWarnedOf() {
        ConfigText text =
                ConfigText.of(
                        "global_defs {\nenable_script_security\n}\n"
                                + "virtual_server fwmark 7 {\nquorum_up /bin/a\n"
                                + SERVER
                                + "}\n");

        assertThat(text.problems()).isEmpty();
        assertThat(text.virtualServer().quorumUp()).isPresent();
    }

    @Test
    void natMaskAndNoPersistenceOfTutorialsAreNotes() {
        ConfigText text = with("nat_mask 255.255.255.0\npersistence_timeout 0");

        assertThat(text.virtualServer().services().getFirst().persistence())
                .isEqualTo(Optional.empty());
        assertThat(text.problems())
                .containsExactly(
                        "NOTE test.conf:3: nat_mask: has no effect since kernel 2.4; it can go",
                        "NOTE test.conf:4: persistence_timeout: 0 is no persistence, as without the"
                                + " keyword");
    }
}
