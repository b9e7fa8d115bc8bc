package org.ninelives.vrrp.core;

/**
 * When a master announces its addresses by gratuitous ARP.
 *
 * @param repeat bursts' size on becoming master, at least 0 ({@code garp_master_repeat})
 * @param delayNanos time until the second burst, 0 for none ({@code garp_master_delay})
 * @param refreshNanos time between later bursts, 0 for none ({@code garp_master_refresh})
 * @param refreshRepeat size of those ({@code garp_master_refresh_repeat})
 * @param lowerPriorityRepeat size of the burst after an advert of lower priority ({@code
 *     garp_lower_prio_repeat})
 * @param lowerPriorityDelayNanos time until that burst is repeated, 0 for not ({@code
 *     garp_lower_prio_delay})
 */
public record GarpSettings(
        int repeat,
        long delayNanos,
        long refreshNanos,
        int refreshRepeat,
        int lowerPriorityRepeat,
        long lowerPriorityDelayNanos) {

    /** What applies when nothing is configured: 5 at once, 5 after 5 s, no refresh. */
    public static final GarpSettings DEFAULT =
            new GarpSettings(5, 5_000_000_000L, 0, 1, 5, 5_000_000_000L);

    public GarpSettings {
        if (repeat < 0 || refreshRepeat < 0 || lowerPriorityRepeat < 0) {
            throw new IllegalArgumentException("a burst has 0 or more frames");
        }
        if (delayNanos < 0 || refreshNanos < 0 || lowerPriorityDelayNanos < 0) {
            throw new IllegalArgumentException("a delay is 0 or more");
        }
    }
}
