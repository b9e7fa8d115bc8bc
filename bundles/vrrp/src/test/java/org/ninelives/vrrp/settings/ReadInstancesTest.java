package org.ninelives.vrrp.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReadInstancesTest {

    private static String instance(String name, int vrid, String more) {
        return """
        vrrp_instance %s {
            interface eth0
            virtual_router_id %d
            priority 100
            virtual_ipaddress {
                10.0.%d.1/32
            }
            %s
        }
        """
                .formatted(name, vrid, vrid, more);
    }

    private static final String ONE = instance("VI_1", 1, "");
    private static final String TWO = instance("VI_2", 2, "");

    @Test
    void anInstanceOfWhichNothingHasChangedIsTheVerySame() {
        ConfigText before = ConfigText.of(ONE + TWO);

        ConfigText after = before.then("\n\n" + TWO + instance("VI_1", 1, "nopreempt"));

        assertThat(after.problems()).isEmpty();
        assertThat(after.settings().instances().getFirst())
                .isSameAs(before.settings().instances().getLast());
        assertThat(after.settings().instances().getLast().router().preempt()).isFalse();
    }

    @Test
    void anInstanceThatWasAwayIsReadAnew() {
        ConfigText last = ConfigText.of(ONE + TWO).then(TWO).then(ONE + TWO);

        assertThat(last.settings()).isEqualTo(ConfigText.of(ONE + TWO).settings());
    }

    @Test
    void otherGlobalDefinitionsAreInEffectInAllInstances() {
        ConfigText before = ConfigText.of("global_defs { vrrp_version 2 }\n" + ONE);

        ConfigText after = before.then("global_defs { vrrp_version 3 }\n" + ONE);

        assertThat(after.instance().router().version()).isEqualTo(3);
    }

    @Test
    void theWarningOfAnInstanceIsToldAgainOnItsLineOfToday() {
        String odd = instance("VI_1", 1, "preempt_delay 5\n    nopreempt");

        ConfigText after = ConfigText.of(odd).then("\n" + odd);

        assertThat(after.problems()).hasSize(1).first().asString().contains("vrrp.conf:9: ");
    }

    @Test
    void whatConcernsSeveralInstancesIsToldOnTheLineOfToday() {
        String same = TWO.replace("10.0.2.1", "10.0.1.1");

        ConfigText after = ConfigText.of(ONE + same).then("\n" + ONE + same);

        assertThat(after.problems()).hasSize(1).first().asString().contains("vrrp.conf:15: ");
    }

    @Test
    void anInstanceThatIsNotAdmittedIsNotNextTimeEither() {
        String rival = instance("VI_3", 1, "");

        ConfigText after = ConfigText.of(ONE + rival).then(ONE + rival);

        assertThat(after.settings().instances()).hasSize(1);
        assertThat(after.problems()).hasSize(1);
        assertThat(after.then(rival).settings().instances()).hasSize(1);
    }

    @Test
    void aKeyFileIsReadAgain() {
        String signed =
                instance("VI_1", 1, "auth_hmac { mode enforce\n key 1 file:/k\n active_key 1 }");
        ConfigText before = ConfigText.of(signed, path -> key('a'));

        ConfigText after = before.then(signed, path -> key('b'));

        assertThat(after.problems()).isEqualTo(before.problems());
        assertThat(after.instance().advert()).isNotEqualTo(before.instance().advert());
    }

    private static byte[] key(char c) {
        return String.valueOf(c).repeat(32).getBytes(StandardCharsets.US_ASCII);
    }
}
