package org.ninelives.vrrp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComplaintsTest {

    private static final AdvertFormat SIGNED =
            FormatBuilder.of(3, "192.168.1.100").with(Hmacs.ENFORCE).build();

    private final AdvertFormat format = Packets.withPassword("1111");
    private final ByteBuffer packet = Packets.advert(Packets.version2());

    @Test
    void linesThatMonitorsSearchFor() {
        assertThat(text(Verdict.WRONG_PASSWORD))
                .isEqualTo("(VI_1) received an invalid passwd from 192.168.1.11!");
        assertThat(text(Verdict.WRONG_CHECKSUM))
                .isEqualTo("(VI_1) Invalid VRRPv2 checksum from 192.168.1.11");
        assertThat(text(Verdict.INTERVAL_MISMATCH))
                .isEqualTo(
                        "(VI_1) advertisement interval mismatch mine=1 sec rcv'd=1 sec from"
                                + " 192.168.1.11");
    }

    @Test
    void anomaliesNameWhatDiffers() {
        AdvertFormat two =
                AdvertFormat.multicast(2, 51, Packets.SECOND, List.of(Packets.VIP, Packets.GROUP));

        assertThat(Complaints.text("VI_1", two, Anomaly.ADDRESS_COUNT_DIFFERS, packet, 0))
                .isEqualTo("(VI_1) expected 2 VIPs but received 1 from 192.168.1.11");
        assertThat(Complaints.text("VI_1", two, Anomaly.ADDRESS_MISSING, packet, 0))
                .isEqualTo(
                        "(VI_1) ip address associated with VRID 51 not present in advert from"
                                + " 192.168.1.11: 224.0.0.18");
    }

    @Test
    void fractionsOfSecondsAreWrittenWithAPoint() {
        AdvertFormat fast = AdvertFormat.multicast(3, 51, Packets.SECOND / 4, List.of(Packets.VIP));

        assertThat(
                        Complaints.text(
                                "VI_1",
                                Packets.version3(),
                                Anomaly.INTERVAL_DIFFERS,
                                Packets.advert(fast),
                                0))
                .contains("mine=1 sec rcv'd=0.25 sec");
    }

    @Test
    void everyVerdictHasWordsOfItsOwn() {
        List<String> texts = Arrays.stream(Verdict.values()).map(this::text).toList();

        assertThat(texts).allSatisfy(text -> assertThat(text).startsWith("(VI_1) "));
        assertThat(texts.stream().distinct().count()).isEqualTo(Verdict.values().length - 1);
    }

    @Test
    void everyRefusalHasAHintAndAWordOfItsOwn() {
        for (Verdict verdict : Verdict.values()) {
            boolean nothingToDo = verdict == Verdict.ACCEPTED || verdict == Verdict.IGNORED;
            assertThat(Hints.of(verdict).isEmpty()).as(verdict.word()).isEqualTo(nothingToDo);
        }
        for (Anomaly anomaly : Anomaly.values()) {
            assertThat(Hints.of(anomaly).isEmpty())
                    .as(anomaly.word())
                    .isEqualTo(anomaly == Anomaly.PRIORITY_ZERO);
        }
        assertThat(Verdict.WRONG_TTL.word()).isEqualTo("wrong-ttl");
        assertThat(Anomaly.CLOCK_SKEWED.word()).isEqualTo("clock-skewed");
    }

    @Test
    void oneOfAKindPassesUntilThereIsSomethingNew() {
        ComplaintLimiter limiter = new ComplaintLimiter();

        assertThat(limiter.isFirst(Verdict.WRONG_TTL)).isTrue();
        assertThat(limiter.isFirst(Verdict.WRONG_TTL)).isFalse();
        assertThat(limiter.isFirst(Verdict.WRONG_PASSWORD)).isTrue();
        assertThat(limiter.isFirst(Anomaly.ADDRESS_MISSING)).isTrue();
        assertThat(limiter.isFirst(Anomaly.ADDRESS_MISSING)).isFalse();

        limiter.reset();
        assertThat(limiter.isFirst(Verdict.WRONG_TTL)).isTrue();
        assertThat(limiter.isFirst(Anomaly.ADDRESS_MISSING)).isTrue();
    }

    private String text(Verdict verdict) {
        if (verdict.name().startsWith("AH_")) {
            return Complaints.text("VI_1", Captured.AH.format(), verdict, Captured.AH.packet(), 0);
        }
        if (verdict.name().startsWith("HMAC_")) {
            return Complaints.text("VI_1", SIGNED, verdict, Packets.advert(SIGNED), 0);
        }
        return Complaints.text("VI_1", format, verdict, packet, 0);
    }
}
