package org.ninelives.vrrp.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.vrrp.core.GarpSettings;
import org.ninelives.vrrp.wire.AuthHmac;
import org.ninelives.vrrp.wire.Authentication;

class StrictModeTest {

    private static final String SILENT =
            "WARNING vrrp.conf:1: vrrp_strict: the addresses of VI_1 will not answer, not even to"
                    + " ping: strict mode drops all packets to them unless the priority is 255;"
                    + " write strict_mode off in it";

    private static ConfigText strict(String lines) {
        return ConfigText.of(
                """
                global_defs { vrrp_strict }
                vrrp_instance VI_1 {
                interface eth0
                virtual_router_id 51
                virtual_ipaddress { 10.0.0.44/24 }
                %s
                }
                """
                        .formatted(lines));
    }

    /** What is said besides that the addresses are silent. */
    private static List<String> problems(ConfigText text) {
        return text.problems().stream().filter(problem -> !problem.equals(SILENT)).toList();
    }

    @Test
    void theOperatorIsToldInWordsThatTheAddressesWillNotAnswer() {
        ConfigText text = strict("");

        assertThat(text.problems()).containsExactly(SILENT);
        assertThat(text.instance().master().accept()).isFalse();
        assertThat(text.instance().router().lowerPriorityNoAdvert()).isTrue();
        assertThat(text.instance().router().garp())
                .isEqualTo(new GarpSettings(5, 5_000_000_000L, 0, 1, 0, 0));
    }

    @Test
    void theWordOfAnInstanceCountsMoreThanTheGlobalOne() {
        ConfigText text = strict("strict_mode off");

        assertThat(text.problems()).isEmpty();
        assertThat(text.instance().master().accept()).isTrue();
    }

    @Test
    void theOwnerAnswersAndIgnoresOthers() {
        ConfigText text = strict("priority 255\nno_accept");

        assertThat(text.instance().master().accept()).isTrue();
        assertThat(text.instance().router().ownerIgnoresAdverts()).isTrue();
        assertThat(text.problems()).singleElement().asString().contains("no effect with priority");
    }

    @ParameterizedTest
    @CsvSource({"2, false", "3, true"})
    void acceptHelpsInVersion3Only(int version, boolean accepted) {
        ConfigText text = strict("accept\nversion " + version);

        assertThat(text.instance().master().accept()).isEqualTo(accepted);
        assertThat(text.problems()).hasSize(accepted ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    preempt_delay 5              ~ preempt_delay: has no effect with strict mode
                    down_timer_adverts 5         ~ vrrp_strict: VI_1: down_timer_adverts 5 becomes 3
                    lower_prio_no_advert off     ~ lower_prio_no_advert: is on in strict mode
                    higher_prio_send_advert      ~ higher_prio_send_advert: is off in strict mode
                    garp_lower_prio_repeat 2     ~ garp_lower_prio_repeat: is 0 in strict mode
                    garp_lower_prio_delay 2      ~ garp_lower_prio_delay: is 0 in strict mode
                    use_vmac 02:00:00:00:00:01   ~ use_vmac: MAC address 02:00:00:00:00:01 becomes 00:00:5e:00:01:33 in strict mode
                    state MASTER ; priority 90   ~ state: in strict mode only priority 255
                    use_vmac ; vmac_xmit_base    ~ vmac_xmit_base: is off in strict mode
                    unicast_peer { 10.0.0.2 }    ~ VI_1 has unicast peers, so it stays in fault on an interface that can multicast
                    authentication { auth_type PASS ; auth_pass x } ~ authentication: strict mode has no authentication; ignored
                    """)
    void whatTheRfcDoesNotAllowIsNotDone(String lines, String problem) {
        ConfigText text = strict(lines.replace(" ; ", "\n"));

        assertThat(problems(text)).singleElement().asString().contains(problem);
        assertThat(text.instance().router().downTimerAdverts()).isEqualTo(3);
        assertThat(text.instance().router().preemptDelayNanos()).isZero();
        assertThat(text.instance().router().higherPrioritySendAdvert()).isFalse();
        assertThat(text.instance().router().lowerPriorityNoAdvert()).isTrue();
        assertThat(text.instance().advert().authentication()).isEqualTo(Authentication.NONE);
        assertThat(text.instance().toString()).doesNotContain("transmitOnBase=true", "02:00:00");
    }

    @Test
    void unicastIsForInterfacesThatCannotMulticast() {
        assertThat(
                        strict("unicast_peer { 10.0.0.2 }")
                                .instance()
                                .transport()
                                .onlyWithoutMulticast())
                .isTrue();
        assertThat(strict("").instance().transport().onlyWithoutMulticast()).isFalse();
    }

    @Test
    void signedAdvertsAreEnforced() {
        ConfigText text =
                strict(
                        "auth_hmac {\nkey 1 "
                                + "k".repeat(32)
                                + "\nactive_key 1\nmode permissive }");

        assertThat(text.instance().advert().authentication())
                .isInstanceOfSatisfying(
                        AuthHmac.class,
                        hmac -> assertThat(hmac.mode()).isEqualTo(AuthHmac.Mode.ENFORCE));
        assertThat(problems(text)).singleElement().asString().contains("mode: is enforce");
    }

    @Test
    void nopreemptIsPossibleBesideStateMasterBecauseThatIsBackup() {
        ConfigText text = strict("state MASTER\npriority 90\nnopreempt");

        assertThat(text.instance().router().preempt()).isFalse();
    }

    @Test
    void anInstanceWithoutAddressCannotRun() {
        ConfigText text =
                ConfigText.of(
                        """
                        vrrp_instance A {
                        interface eth0
                        virtual_router_id 1
                        strict_mode
                        }
                        """);

        assertThat(text.settings().instances()).isEmpty();
        assertThat(text.problems())
                .anyMatch(problem -> problem.contains("strict mode needs an address"));
    }

    @Test
    void theFirstIpv6AddressMustBeLinkLocal() {
        String instance =
                """
                vrrp_instance A {
                interface eth0
                virtual_router_id 1
                %s
                virtual_ipaddress {
                2001:db8::1/64
                fe80::1
                }
                }
                """;

        ConfigText lax = ConfigText.of(instance.formatted(""));
        ConfigText strict = ConfigText.of(instance.formatted("strict_mode"));

        assertThat(lax.problems())
                .singleElement()
                .asString()
                .startsWith("NOTE")
                .contains("should be link-local");
        assertThat(lax.instance().router().version()).isEqualTo(3);
        assertThat(strict.settings().instances()).isEmpty();
    }
}
