package org.ninelives.vrrp.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.system.RouteMetric;
import org.ninelives.api.system.RouteMetrics;

class RouteEntryMetricsTest {

    private final EntryReading<VirtualRoute> reading =
            new EntryReading<>(RouteEntry.ofInstance(NameTable.wellKnown()));

    @ParameterizedTest
    @CsvSource({
        "mtu 1400, MTU, 1400, false",
        "mtu lock 1400, MTU, 1400, true",
        "hoplimit 255, HOPLIMIT, 255, false",
        "advmss 1360, ADVMSS, 1360, false",
        "advmss lock 1360, ADVMSS, 1360, true",
        "rtt 800, RTT, 800, false",
        "rtt 100ms, RTT, 800, false",
        "rtt lock 0.1s, RTT, 800, true",
        "rttvar 400, RTTVAR, 400, false",
        "rttvar 100ms, RTTVAR, 400, false",
        "rttvar lock 2s, RTTVAR, 8000, true",
        "reordering 5, REORDERING, 5, false",
        "reordering lock 5, REORDERING, 5, true",
        "window 4294967295, WINDOW, 4294967295, false",
        "cwnd 10, CWND, 10, false",
        "cwnd lock 10, CWND, 10, true",
        "ssthresh 20, SSTHRESH, 20, false",
        "ssthresh lock 20, SSTHRESH, 20, true",
        "rto_min 300, RTO_MIN, 300, false",
        "rto_min 3s, RTO_MIN, 3000, false",
        "rto_min lock 300ms, RTO_MIN, 300, true",
        "initcwnd 12, INITCWND, 12, false",
        "initrwnd 14, INITRWND, 14, false",
        "features ecn, FEATURES, 1, false",
        "quickack 1, QUICKACK, 1, false",
        "fastopen_no_cookie 1, FASTOPEN_NO_COOKIE, 1, false"
    })
    void aMetricIsRead(String words, RouteMetric metric, long number, boolean locked) {
        assertThat(metrics(words).numbers())
                .isEqualTo(Map.of(metric, new RouteMetrics.Value(number, locked)));
        assertThat(reading.problems()).isEmpty();
    }

    @Test
    void congestionControlIsAName() {
        assertThat(metrics("congctl cubic"))
                .isEqualTo(new RouteMetrics(Map.of(), Optional.of("cubic"), false));
        assertThat(metrics("congctl lock reno"))
                .isEqualTo(new RouteMetrics(Map.of(), Optional.of("reno"), true));
    }

    @Test
    void theLastOfTwoCounts() {
        assertThat(metrics("mtu lock 1400 mtu 1300").numbers())
                .isEqualTo(Map.of(RouteMetric.MTU, new RouteMetrics.Value(1300, false)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    mtu 4294967296 | mtu 4294967296 is not a number in 0..4294967295
                    hoplimit 256 | hoplimit 256 is not a number in 0..255
                    hoplimit lock 5 | hoplimit lock is not a number in 0..255
                    advmss x | advmss x is not a number in 0..4294967295
                    rtt fast | rtt fast is not a time such as 300ms or 2s
                    rttvar 5us | rttvar 5us is not a time such as 300ms or 2s
                    rtt 999999999s | rtt 999999999s is too long
                    reordering x | reordering x is not a number in 0..4294967295
                    window lock 5 | window lock is not a number in 0..4294967295
                    cwnd x | cwnd x is not a number in 0..4294967295
                    ssthresh x | ssthresh x is not a number in 0..4294967295
                    rto_min -5 | rto_min -5 is not a time such as 300ms or 2s
                    initcwnd x | initcwnd x is not a number in 0..4294967295
                    initrwnd x | initrwnd x is not a number in 0..4294967295
                    features sack | features sack is not ecn
                    quickack 2 | quickack 2 is not a number in 0..1
                    fastopen_no_cookie on | fastopen_no_cookie on is not a number in 0..1
                    congctl a-name-too-long-for-it | length of congctl a-name-too-long-for-it 22 is not in 1..15
                    """)
    void aWrongMetricIsRefused(String words, String message) {
        assertThat(reading.tryRead("10.9.0.0/16 dev eth0 " + words)).isEmpty();
        assertThat(reading.messages()).containsExactly(message);
    }

    private RouteMetrics metrics(String words) {
        return reading.read("10.9.0.0/16 dev eth0 " + words).route().metrics();
    }
}
