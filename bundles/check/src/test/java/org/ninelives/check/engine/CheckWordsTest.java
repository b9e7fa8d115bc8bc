package org.ninelives.check.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.check.engine.CheckRig.check;
import static org.ninelives.check.engine.CheckRig.key;

import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.ninelives.api.check.CheckKey;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.Probe;
import org.ninelives.api.check.ProbeMethod;

class CheckWordsTest {

    private static final CheckResult LIGHT = CheckResult.passed("light");

    /** A method with words of its own. */
    private record Telling(BiFunction<CheckResult, CheckKey, String> words) implements ProbeMethod {

        @Override
        public CheckResult run(Probe probe) {
            return LIGHT;
        }

        @Override
        public String words(CheckResult result, CheckKey check) {
            return words.apply(result, check);
        }
    }

    private static String words(ProbeMethod method) {
        Network network = new Network(new FakeNetworks(), Optional.empty());
        return CheckWords.of(LookKey.of(check("LAMP_CHECK", method), network), LIGHT, key("hall"));
    }

    @Test
    void aMethodMayTellWhoseCheckItWas() {
        assertThat(words(probe -> LIGHT)).isEqualTo("light");
        assertThat(words(new Telling((result, key) -> key.realServer() + ": " + result.reason())))
                .isEqualTo("hall: light");
    }

    @Test
    void oneThatCannotLeavesTheReason() {
        assertThat(
                        words(
                                new Telling(
                                        (result, key) -> {
                                            throw new IllegalStateException("no words");
                                        })))
                .isEqualTo("light");
    }

    @Test
    void aFailureIsTalliedAsKeepalivedDoes() {
        assertThat(CheckWords.failed("SSL_GET", "[192.0.2.1]:tcp:443", 0))
                .isEqualTo("HTTP_CHECK on service [192.0.2.1]:tcp:443 failed.");
        assertThat(CheckWords.failed("TCP_CHECK", "[192.0.2.1]:tcp:443", 2))
                .isEqualTo("TCP_CHECK on service [192.0.2.1]:tcp:443 failed after 2 retries.");
    }
}
