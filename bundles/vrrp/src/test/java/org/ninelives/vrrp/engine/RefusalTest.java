package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.vrrp.engine.Samples.ELECTION;
import static org.ninelives.vrrp.engine.Samples.pair;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.management.RefusedAdvert;
import org.ninelives.testkit.FakeLan;

/** Refused adverts, as monitors are told of them. */
class RefusalTest {

    private final FakeLan lan = new FakeLan();
    private final Host a = Host.withEth0(lan, "a", "10.0.0.1/24");
    private final Host b = Host.withEth0(lan, "b", "10.0.0.2/24");

    private static String with(String lines) {
        return pair(100).replace("priority", lines + "\npriority");
    }

    private static String password(String word) {
        return with("authentication {\n auth_type PASS\n auth_pass " + word + "\n}");
    }

    private void run(String ours, String theirs) {
        a.run(ours);
        b.run(theirs);
        lan.advance(ELECTION);
    }

    private Set<String> refused() {
        return a.refused.stream()
                .map(each -> each.reason() + " from " + each.source())
                .collect(Collectors.toSet());
    }

    @Test
    void anotherPasswordIsAFailureOfAuthentication() {
        run(password("1111"), password("2222"));

        assertThat(refused()).containsExactly("AUTH_FAILURE from 10.0.0.2");
    }

    @ParameterizedTest
    @CsvSource({"2,3", "3,2"})
    void theOtherVersionIsToldAsThat(int ours, int theirs) {
        run(with("version " + ours), with("version " + theirs));

        assertThat(refused()).containsExactly("VERSION from 10.0.0.2");
    }

    @Test
    void anotherTypeOfAuthenticationIsAMismatch() {
        run(pair(100), password("2222"));

        assertThat(refused()).containsExactly("AUTH_TYPE_MISMATCH from 10.0.0.2");
    }

    /** One of each tenth of a second at most is looked at. */
    @Test
    void ofAFloodSomeAreTold() {
        String many = with("version 3\nadvert_int 0.01");
        run(with("version 2"), many);
        a.refused.clear();
        lan.advance(Duration.ofSeconds(2));

        assertThat(a.refused).extracting(RefusedAdvert::reason).containsOnly("VERSION");
        assertThat(a.refused).hasSizeBetween(10, 20);
    }
}
