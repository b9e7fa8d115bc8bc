package org.ninelives.vrrp.core;

/** The adverts with one flaw since the state changed, and what was logged about them. */
final class FlawRecord {

    /** So many make a condition worth a line in the log. */
    private static final int COUNT_TO_TELL = 3;

    /** What comes in one burst and never again is no news. */
    private static final long LASTING_NANOS = 2_000_000_000L;

    private static final long REPEAT_NANOS = 60_000_000_000L;

    private final AdvertFlaw flaw;
    private long count;
    private long sinceNanos;
    private long lastNanos;
    private long toldNanos;
    private boolean told;
    private String example = "";

    FlawRecord(AdvertFlaw flaw) {
        this.flaw = flaw;
    }

    void seen(long nowNanos, String words) {
        if (count == 0) {
            sinceNanos = nowNanos;
        }
        count++;
        lastNanos = nowNanos;
        example = words;
    }

    /** Starts to count anew; what was told in the last minute is not told again. */
    void reset() {
        count = 0;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Whether the log has to tell; then it has been told. */
    boolean mustTell(long nowNanos) {
        boolean lasting = count >= COUNT_TO_TELL && nowNanos - sinceNanos >= LASTING_NANOS;
        if (!lasting || (told && nowNanos - toldNanos < REPEAT_NANOS)) {
            return false;
        }
        told = true;
        toldNanos = nowNanos;
        return true;
    }

    String words(long nowNanos) {
        return "%s %d advert%s in the last %s, the latest %s ago: %s; %s"
                .formatted(
                        flaw.isRefused() ? "refused" : "accepted all the same",
                        count,
                        count == 1 ? "" : "s",
                        Words.seconds(nowNanos - sinceNanos),
                        Words.seconds(nowNanos - lastNanos),
                        example,
                        flaw.advice());
    }
}
