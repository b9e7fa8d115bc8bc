package org.ninelives.vrrp.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.vrrp.core.GarpSettings;
import org.ninelives.vrrp.core.RouterSettings;
import org.ninelives.vrrp.wire.Authentication;
import org.ninelives.vrrp.wire.Password;
import org.ninelives.vrrp.wire.UnicastPeer;

class SettingsReaderTest {

    private static final long SECOND = 1_000_000_000L;

    /** An instance that lacks nothing, with more lines added to it. */
    private static ConfigText instanceWith(String lines) {
        return ConfigText.of(
                """
                vrrp_instance VI_1 {
                    interface eth0
                    virtual_router_id 51
                    virtual_ipaddress { 10.0.0.44/24 }
                %s
                }
                """
                        .formatted(lines));
    }

    @Test
    void theTutorialsPairReadsAsItShows() {
        ConfigText text =
                ConfigText.of(
                        """
                        vrrp_instance VI_1 {
                            state MASTER
                            interface eth0
                            virtual_router_id 51
                            priority 100
                            advert_int 1
                            authentication {
                                auth_type PASS
                                auth_pass 1111
                            }
                            virtual_ipaddress {
                                10.0.0.44/24 dev eth0 label eth0:1
                            }
                        }
                        """);

        InstanceSettings instance = text.instance();
        assertThat(text.problems()).isEmpty();
        assertThat(instance.name()).isEqualTo("VI_1");
        assertThat(instance.key())
                .isEqualTo(
                        new InstanceKey(
                                Optional.of(new InterfaceName("eth0")),
                                51,
                                IpAddress.Family.IPV4,
                                Optional.of(IpAddress.of("224.0.0.18")),
                                0));
        assertThat(instance.router()).isEqualTo(RouterSettings.of(2, 100, SECOND));
        assertThat(instance.advert().authentication())
                .isEqualTo(new Authentication.SimpleText(Password.of("1111")));
        assertThat(instance.advertised())
                .extracting(VirtualAddress::toString)
                .containsExactly("10.0.0.44/24 dev eth0 label eth0:1");
    }

    @Test
    void defaultsAreThoseOfKeepalived() {
        InstanceSettings instance = instanceWith("").instance();

        assertThat(instance.router()).isEqualTo(RouterSettings.of(2, 100, SECOND));
        assertThat(instance.router().garp()).isEqualTo(GarpSettings.DEFAULT);
        assertThat(instance.advert().timeToLive()).isEqualTo(255);
        assertThat(instance.advert().authentication()).isEqualTo(Authentication.NONE);
        assertThat(instance.source()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    virtual_router_id 0  ~ ERROR vrrp.conf:5: virtual_router_id: 0 is not in 1..255
                    virtual_router_id x  ~ ERROR vrrp.conf:5: virtual_router_id: x is not a whole number in 1..255
                    priority 256         ~ ERROR vrrp.conf:5: priority: 256 is not in 1..255
                    state SLAVE          ~ ERROR vrrp.conf:5: state: SLAVE is none of MASTER|BACKUP
                    version 4            ~ ERROR vrrp.conf:5: version: 4 is not in 2..3
                    prioritty 50         ~ ERROR vrrp.conf:5: prioritty: unknown keyword; did you mean 'priority'?
                    preempt_delay 1001   ~ ERROR vrrp.conf:5: preempt_delay: 1001 is not in 0..1000 seconds
                    mcast_src_ip 1.2.3   ~ ERROR vrrp.conf:5: mcast_src_ip: 1.2.3 is not an IP address
                    interface a:b        ~ ERROR vrrp.conf:5: interface: 'a:b' is not an interface name: 1..15 characters, no blank, '/' or ':'
                    track_script { x }   ~ ERROR vrrp.conf:5: track_script: there is no vrrp_script x; VI_1 runs without it
                    debug 2              ~ NOTE vrrp.conf:5: debug: obsolete and without effect; see -D for a detailed log
                    """)
    void aWrongLineIsOneProblemAndTheRestRuns(String line, String problem) {
        ConfigText text = instanceWith(line);

        assertThat(text.problems()).containsExactly(problem);
        assertThat(text.instance().key().virtualRouterId()).isEqualTo(51);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1, 1.0, false",
        "2, 0.4, 1.0, true",
        "2, 1.5, 2.0, true",
        "3, 0.01, 0.01, false",
        "3, 0.014, 0.01, true",
        "3, 100, 40.95, true"
    })
    void anIntervalTheVersionCannotTellIsRoundedAndSaid(
            int version, String written, double seconds, boolean warned) {
        ConfigText text = instanceWith("version " + version + "\nadvert_int " + written);

        assertThat(text.instance().router().advertIntervalNanos())
                .isEqualTo(Math.round(seconds * SECOND));
        assertThat(text.problems()).hasSize(warned ? 1 : 0);
    }

    @Test
    void masterWithoutPriorityIsTheOwnerAndSaysSo() {
        ConfigText text = instanceWith("state MASTER");

        assertThat(text.instance().router().priority()).isEqualTo(255);
        assertThat(text.problems()).singleElement().asString().contains("means priority 255");
    }

    @Test
    void nopreemptHasNoEffectOnStateMaster() {
        ConfigText text = instanceWith("state MASTER\npriority 100\nnopreempt");

        assertThat(text.instance().router().preempt()).isTrue();
        assertThat(text.problems()).singleElement().asString().contains("state BACKUP");
    }

    @Test
    void nopreemptAndPreemptDelayExcludeEachOther() {
        ConfigText text = instanceWith("nopreempt\npreempt_delay 5");

        assertThat(text.instance().router().preempt()).isFalse();
        assertThat(text.instance().router().preemptDelayNanos()).isZero();
        assertThat(text.problems()).singleElement().asString().contains("preempt_delay");
    }

    @Test
    void aPasswordIsCutAtEightBytesAndAbsentFromTheText() {
        ConfigText text = instanceWith("authentication { auth_type PASS\nauth_pass secretsecret }");

        assertThat(text.instance().advert().authentication())
                .isEqualTo(new Authentication.SimpleText(Password.of("secretse")));
        assertThat(text.problems())
                .singleElement()
                .asString()
                .contains("first 8")
                .doesNotContain("secret");
        assertThat(text.instance().toString()).doesNotContain("secret");
    }

    @Test
    void authenticationOfVersion3IsIgnored() {
        ConfigText text =
                instanceWith("version 3\nauthentication { auth_type PASS\nauth_pass 1111 }");

        assertThat(text.instance().advert().authentication()).isEqualTo(Authentication.NONE);
        assertThat(text.problems())
                .singleElement()
                .asString()
                .contains("version 3 has no authentication");
    }

    @Test
    void withoutInterfaceOrVridAnInstanceCannotRun() {
        ConfigText text = ConfigText.of("vrrp_instance A { virtual_ipaddress { 10.0.0.1 } }");

        assertThat(text.settings().instances()).isEmpty();
        assertThat(text.problems())
                .containsExactly(
                        "ERROR vrrp.conf:1: interface: an interface is needed, or unicast_peer with"
                                + " unicast_src_ip; A cannot run",
                        "ERROR vrrp.conf:1: virtual_router_id: a number in 1..255 is needed; A"
                                + " cannot run");
    }

    @Test
    void unicastPeersReplaceTheGroup() {
        InstanceSettings instance =
                instanceWith(
                                """
                                unicast_src_ip 10.0.0.1
                                unicast_ttl 64
                                unicast_peer {
                                    10.0.0.2
                                    10.0.0.3 min_ttl 250 max_ttl 255
                                }
                                """)
                        .instance();

        assertThat(instance.key().group()).isEmpty();
        assertThat(instance.source()).contains(IpAddress.of("10.0.0.1"));
        assertThat(instance.advert().timeToLive()).isEqualTo(64);
        assertThat(instance.peers())
                .containsExactly(
                        UnicastPeer.of(IpAddress.of("10.0.0.2")),
                        new UnicastPeer(IpAddress.of("10.0.0.3"), 250, 255));
        assertThat(instance.advert().checkSource()).as("a TTL bound turns checking on").isTrue();
    }

    @Test
    void globalDefaultsReachInstancesThatNameNone() {
        ConfigText text =
                ConfigText.of(
                        """
                        global_defs {
                            vrrp_version 3
                            vrrp_mcast_group4 224.0.0.19
                            vrrp_garp_master_repeat 2
                            vrrp_garp_master_delay 7
                            vrrp_garp_interval 0
                        }
                        vrrp_instance A {
                            interface eth0
                            virtual_router_id 1
                            garp_master_repeat 3
                            virtual_ipaddress { 10.0.0.1 }
                        }
                        """);

        InstanceSettings instance = text.instance();
        assertThat(text.problems()).isEmpty();
        assertThat(instance.router().version()).isEqualTo(3);
        assertThat(instance.key().group()).contains(IpAddress.of("224.0.0.19"));
        assertThat(instance.router().garp())
                .isEqualTo(new GarpSettings(3, 7 * SECOND, 0, 1, 3, 7 * SECOND));
    }

    @Test
    void minimalGarpYieldsToWhatIsWritten() {
        ConfigText minimal =
                ConfigText.of(
                        """
                        global_defs { vrrp_min_garp }
                        vrrp_instance A {
                            interface eth0
                            virtual_router_id 1
                            virtual_ipaddress { 10.0.0.1 }
                            garp_master_delay 2
                        }
                        """);

        assertThat(minimal.instance().router().garp())
                .isEqualTo(new GarpSettings(1, 2 * SECOND, 0, 1, 1, 2 * SECOND));
    }

    @Test
    void aSecondInstanceOfOneVirtualRouterCannotRun() {
        ConfigText text =
                ConfigText.of(
                        """
                        vrrp_instance A { interface eth0
                          virtual_router_id 1
                          virtual_ipaddress { 10.0.0.1 } }
                        vrrp_instance B { interface eth0
                          virtual_router_id 1
                          virtual_ipaddress { 10.0.0.2 } }
                        vrrp_instance A { interface eth1
                          virtual_router_id 2
                          virtual_ipaddress { 10.0.0.3 } }
                        """);

        assertThat(text.settings().instances())
                .extracting(InstanceSettings::name)
                .containsExactly("A");
        assertThat(text.problems())
                .containsExactly(
                        "ERROR vrrp.conf:5: virtual_router_id: VRID 1 on eth0 belongs to A; B needs"
                                + " one of its own",
                        "ERROR vrrp.conf:7: vrrp_instance: A is already defined at vrrp.conf:1;"
                                + " this block is skipped");
    }

    @Test
    void unicastInstancesMayShareAVridIfTheirPeersDiffer() {
        ConfigText text =
                ConfigText.of(
                        """
                        vrrp_instance A { interface eth0
                          virtual_router_id 1
                          unicast_peer { 10.0.0.2 }
                          virtual_ipaddress { 10.0.1.1 } }
                        vrrp_instance B { interface eth0
                          virtual_router_id 1
                          unicast_peer { 10.0.0.3 }
                          virtual_ipaddress { 10.0.1.2 } }
                        """);

        assertThat(text.problems()).isEmpty();
        assertThat(text.settings().instances())
                .extracting(instance -> instance.key().ordinal())
                .containsExactly(0, 1);
    }

    @Test
    void addressesOfTheOtherFamilyAreOwnedAndNotAdvertised() {
        ConfigText text =
                ConfigText.of(
                        """
                        vrrp_instance A {
                          interface eth0
                          virtual_router_id 1
                          virtual_ipaddress {
                            10.0.0.1 brd + scope link
                            10.0.0.1
                            2001:db8::1/64
                          }
                        }
                        """);

        assertThat(text.instance().advertised())
                .extracting(VirtualAddress::address)
                .containsExactly(IpAddress.of("10.0.0.1"));
        assertThat(text.instance().excluded())
                .extracting(VirtualAddress::address)
                .containsExactly(IpAddress.of("2001:db8::1"));
        assertThat(text.problems()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.5/24 brd +, 10.0.0.255",
        "10.0.0.5/24 brd -, 10.0.0.0",
        "10.0.0.5/24 broadcast 10.0.0.7, 10.0.0.7",
        "10.0.0.5 brd +, 10.0.0.5"
    })
    void aBroadcastAddressIsWrittenOrFollowsFromThePrefix(String entry, String broadcast) {
        InstanceSettings instance =
                ConfigText.of(
                                """
                                vrrp_instance A {
                                  interface eth0
                                  virtual_router_id 1
                                  virtual_ipaddress { %s }
                                }
                                """
                                        .formatted(entry))
                        .instance();

        assertThat(instance.advertised().getFirst().broadcast()).contains(IpAddress.of(broadcast));
    }
}
