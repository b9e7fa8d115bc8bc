package org.ninelives.lvs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.ninelives.api.check.Check;
import org.ninelives.api.ipvs.DestinationKey;
import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.net.IpAddress;

/** Real servers and the one that apologizes: where packets for them go. */
class ServersReaderTest {

    private static ConfigText endpoint(String lines) {
        return ConfigText.of("virtual_server 10.0.0.1 80 {\nprotocol TCP\n" + lines + "\n}\n");
    }

    private static ConfigText mark(String lines) {
        return ConfigText.of("virtual_server fwmark 7 {\n" + lines + "\n}\n");
    }

    private static ConfigText group(String lines) {
        return ConfigText.of(
                "virtual_server_group G {\n10.0.0.1 80\n10.0.0.2 8080\n}\n"
                        + "virtual_server group G {\nprotocol TCP\n"
                        + lines
                        + "\n}\n");
    }

    private static int checkedPort(RealServerSettings server) {
        return ((Check.Probed) server.checks().getFirst()).target().port();
    }

    private static DestinationKey destination(ConfigText text, ServerAddress address) {
        ServiceKey service = text.virtualServer().services().getFirst().key();
        return address.destinationOf(service);
    }

    @Test
    void withNatAServerMayListenOnAnotherPort() {
        ConfigText text = endpoint("real_server 192.168.0.2 8080 { TCP_CHECK { } }");

        RealServerSettings server = text.realServer();
        assertThat(server.name()).isEqualTo("[192.168.0.2]:tcp:8080");
        assertThat(server.address().forwarding()).isEqualTo(Forwarding.MASQUERADING);
        assertThat(destination(text, server.address()).port()).isEqualTo(8080);
        assertThat(checkedPort(server)).isEqualTo(8080);
        assertThat(text.problems()).isEmpty();
    }

    @Test
    void withoutAPortAServerListensOnThatOfTheService() {
        ConfigText text = endpoint("real_server 192.168.0.2 { TCP_CHECK { } }");

        assertThat(text.realServer().name()).isEqualTo("[192.168.0.2]:tcp:80");
        assertThat(checkedPort(text.realServer())).isEqualTo(80);
        assertThat(text.realServer().address().port()).isEqualTo(OptionalInt.of(80));
    }

    @Test
    void behindDirectRoutingEveryServerListensOnThePortOfTheService() {
        ConfigText text = endpoint("lb_kind DR\nreal_server 192.168.0.2 8080 { TCP_CHECK { } }");

        RealServerSettings server = text.realServer();
        assertThat(server.name()).isEqualTo("[192.168.0.2]:tcp:80");
        assertThat(server.address().port()).isEmpty();
        assertThat(destination(text, server.address()).port()).isEqualTo(80);
        assertThat(checkedPort(server)).isEqualTo(80);
        assertThat(text.problems())
                .containsExactly(
                        "WARNING test.conf:4: real_server: port 8080 becomes 80: with DR and TUN"
                                + " packets arrive as they were sent");
        assertThat(endpoint("lb_kind DR\nreal_server 192.168.0.2 80 { }").problems()).isEmpty();
    }

    @Test
    void behindAMarkOnlyNatKnowsAPort() {
        ConfigText nat = mark("real_server 192.168.0.2 8080 { }");
        ConfigText tunnel = mark("lb_kind TUN\nreal_server 192.168.0.2 8080 { }");

        assertThat(destination(nat, nat.realServer().address()).port()).isEqualTo(8080);
        assertThat(nat.problems()).isEmpty();
        assertThat(destination(tunnel, tunnel.realServer().address()).port()).isZero();
        assertThat(tunnel.realServer().name()).isEqualTo("[192.168.0.2]:none:0");
        assertThat(tunnel.problems())
                .singleElement()
                .asString()
                .contains("real_server: port 8080 becomes 0");
    }

    @Test
    void behindAGroupThePortIsTheOneWrittenForChecksAndForNat() {
        ConfigText text =
                group(
                        """
                        real_server 192.168.0.2 { TCP_CHECK { } }
                        real_server 192.168.0.3 8443 { TCP_CHECK { } }
                        real_server 192.168.0.4 8443 {
                            lvs_method DR
                            TCP_CHECK { }
                        }
                        """);

        assertThat(text.virtualServer().realServers())
                .extracting(server -> destination(text, server.address()).port())
                .containsExactly(0, 8443, 80);
        assertThat(text.virtualServer().realServers())
                .extracting(ServersReaderTest::checkedPort)
                .containsExactly(0, 8443, 8443);
        assertThat(text.problems()).isEmpty();
    }

    @Test
    void aSecondServerWithTheSameDestinationIsLeftOut() {
        ConfigText text =
                endpoint(
                        """
                        real_server 192.168.0.2 80 { weight 1 }
                        real_server 192.168.0.2 81 { weight 2 }
                        real_server 192.168.0.2 8080 {
                            weight 3
                            lvs_method TUN
                        }
                        """);

        assertThat(text.virtualServer().realServers())
                .extracting(RealServerSettings::weight)
                .containsExactly(1, 2);
        assertThat(text.problems())
                .last()
                .asString()
                .isEqualTo(
                        "ERROR test.conf:5: real_server: [192.168.0.2]:tcp:80 is there already;"
                                + " this second one is skipped");
    }

    @Test
    void onlyATunnelLeadsIntoAnotherFamily() {
        ConfigText text =
                endpoint(
                        """
                        real_server fd00::2 80 { }
                        real_server fd00::3 80 {
                            lvs_method TUN
                        }
                        """);

        assertThat(text.realServer().name()).isEqualTo("[fd00::3]:tcp:80");
        assertThat(text.problems())
                .containsExactly(
                        "ERROR test.conf:3: real_server: fd00::2 is not IPv4 as its virtual server,"
                                + " which only TUN allows; skipped");
    }

    @Test
    void aRealServerSaysOrInheritsItsWeightAndInhibition() {
        ConfigText text =
                endpoint(
                        """
                        weight 5
                        inhibit_on_failure
                        smtp_alert
                        real_server 192.168.0.2 80 { }
                        real_server 192.168.0.3 80 {
                            weight 0
                            inhibit_on_failure off
                            smtp_alert off
                        }
                        """);

        RealServerSettings first = text.virtualServer().realServers().getFirst();
        RealServerSettings last = text.virtualServer().realServers().getLast();
        assertThat(first.weight()).isEqualTo(5);
        assertThat(first.inhibitOnFailure()).isTrue();
        assertThat(first.smtpAlert()).contains(true);
        assertThat(last.weight()).isZero();
        assertThat(last.inhibitOnFailure()).isFalse();
        assertThat(last.smtpAlert()).contains(false);
    }

    @Test
    void aLowerThresholdAboveTheUpperOneIsIgnoredAsTheKernelWouldRefuseTheServer() {
        ConfigText text = endpoint("real_server 192.168.0.2 80 {\nuthreshold 5\nlthreshold 9\n}");

        assertThat(text.realServer().upperThreshold()).isEqualTo(5);
        assertThat(text.realServer().lowerThreshold()).isZero();
        assertThat(text.problems())
                .containsExactly("ERROR test.conf:5: lthreshold: 9 is above uthreshold 5; ignored");
    }

    @Test
    void theSorryServerHasTheMethodOfTheServiceUnlessItSaysOtherwise() {
        String server = "real_server 192.168.0.2 80 { }\nsorry_server 192.168.0.9 88\n";
        SorryServerSettings usual = endpoint(server).virtualServer().sorryServer().orElseThrow();
        SorryServerSettings own =
                endpoint(server + "sorry_server_lvs_method DR\nsorry_server_inhibit")
                        .virtualServer()
                        .sorryServer()
                        .orElseThrow();

        assertThat(usual)
                .isEqualTo(
                        new SorryServerSettings(
                                "[192.168.0.9]:tcp:88",
                                new ServerAddress(
                                        IpAddress.of("192.168.0.9"),
                                        OptionalInt.of(88),
                                        Forwarding.MASQUERADING),
                                false));
        assertThat(own)
                .isEqualTo(
                        new SorryServerSettings(
                                "[192.168.0.9]:tcp:80",
                                new ServerAddress(
                                        IpAddress.of("192.168.0.9"),
                                        OptionalInt.empty(),
                                        Forwarding.DIRECT_ROUTING),
                                true));
    }

    @Test
    void aSorryServerOfAnotherFamilyIsLeftOut() {
        ConfigText text = endpoint("real_server 192.168.0.2 80 { }\nsorry_server fd00::1 80");

        assertThat(text.virtualServer().sorryServer()).isEmpty();
        assertThat(text.problems())
                .singleElement()
                .asString()
                .startsWith("ERROR test.conf:4: sorry_server: fd00::1 is not IPv4");
    }
}
