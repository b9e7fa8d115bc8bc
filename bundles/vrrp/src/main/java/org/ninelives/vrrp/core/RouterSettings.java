package org.ninelives.vrrp.core;

/**
 * What the machine of one virtual router needs to know of its configuration.
 *
 * @param version 2 (RFC 3768) or 3 (RFC 9568)
 * @param priority as configured, 1..255; 255 is the owner of the addresses
 * @param preempt whether it takes mastership from a master of lower priority
 * @param preemptDelayNanos how long it leaves a master of lower priority alone after start or
 *     fault, 0 for not at all; only with {@code preempt}
 * @param advertIntervalNanos own interval: version 2 whole seconds 1..255, version 3 whole
 *     hundredths of a second 0.01..40.95
 * @param downTimerAdverts adverts that may be missed before a backup takes over, 1..100
 * @param startDelayNanos time after Start during which it neither hears nor claims, 0 for none
 * @param lowerPriorityNoAdvert a master does not answer an advert of lower priority
 * @param higherPrioritySendAdvert a master sends one more advert before it yields
 * @param garp when addresses are announced
 * @param ownerIgnoresAdverts an owner does not listen to other masters ({@code
 *     owner_ignore_adverts})
 * @param timerExpiredPriority the highest priority of a peer, 1..254, which tells how old the last
 *     advert of a master may be before it must listen first ({@code timer_expired_backup}); 0 to
 *     take its own priority; only without {@code preempt}
 * @param witnessTimeoutNanos how long a witness may take to answer before mastership is claimed, 0
 *     for claiming without a witness
 */
public record RouterSettings(
        int version,
        int priority,
        boolean preempt,
        long preemptDelayNanos,
        long advertIntervalNanos,
        int downTimerAdverts,
        long startDelayNanos,
        boolean lowerPriorityNoAdvert,
        boolean higherPrioritySendAdvert,
        GarpSettings garp,
        boolean ownerIgnoresAdverts,
        int timerExpiredPriority,
        long witnessTimeoutNanos) {

    /** The priority of the owner of the addresses, RFC 9568 section 5.2.4. */
    public static final int OWNER_PRIORITY = 255;

    public RouterSettings {
        check(version == 2 || version == 3, "version: %d is not 2 or 3", version);
        check(
                priority >= 1 && priority <= OWNER_PRIORITY,
                "priority: %d is not in 1..255",
                priority);
        check(preemptDelayNanos >= 0, "preempt delay: %d ns is negative", preemptDelayNanos);
        check(
                preempt || preemptDelayNanos == 0,
                "preempt delay: %d ns without preempt",
                preemptDelayNanos);
        check(
                downTimerAdverts >= 1 && downTimerAdverts <= 100,
                "down timer: %d adverts is not in 1..100",
                downTimerAdverts);
        check(startDelayNanos >= 0, "start delay: %d ns is negative", startDelayNanos);
        check(
                Timers.isAdvertInterval(version, advertIntervalNanos),
                "advert interval: %d ns cannot be told in an advert of this version",
                advertIntervalNanos);
        check(
                timerExpiredPriority >= 0 && timerExpiredPriority < OWNER_PRIORITY,
                "highest priority of peers: %d is not in 1..254",
                timerExpiredPriority);
        check(
                !preempt || timerExpiredPriority == 0,
                "highest priority of peers: %d with preempt",
                timerExpiredPriority);
        check(witnessTimeoutNanos >= 0, "witness timeout: %d ns is negative", witnessTimeoutNanos);
    }

    /** Settings without what routers seldom have. */
    public RouterSettings(
            int version,
            int priority,
            boolean preempt,
            long preemptDelayNanos,
            long advertIntervalNanos,
            int downTimerAdverts,
            long startDelayNanos,
            boolean lowerPriorityNoAdvert,
            boolean higherPrioritySendAdvert,
            GarpSettings garp) {
        this(
                version,
                priority,
                preempt,
                preemptDelayNanos,
                advertIntervalNanos,
                downTimerAdverts,
                startDelayNanos,
                lowerPriorityNoAdvert,
                higherPrioritySendAdvert,
                garp,
                false,
                0,
                0);
    }

    /** Settings with everything at its default. */
    public static RouterSettings of(int version, int priority, long advertIntervalNanos) {
        return new RouterSettings(
                version,
                priority,
                true,
                0,
                advertIntervalNanos,
                3,
                0,
                false,
                false,
                GarpSettings.DEFAULT);
    }

    /** The same with another start delay. */
    public RouterSettings withStartDelayNanos(long nanos) {
        return new RouterSettings(
                version,
                priority,
                preempt,
                preemptDelayNanos,
                advertIntervalNanos,
                downTimerAdverts,
                nanos,
                lowerPriorityNoAdvert,
                higherPrioritySendAdvert,
                garp,
                ownerIgnoresAdverts,
                timerExpiredPriority,
                witnessTimeoutNanos);
    }

    /** Whether this router owns the addresses. */
    public boolean isOwner() {
        return priority == OWNER_PRIORITY;
    }

    private static void check(boolean holds, String message, long value) {
        if (!holds) {
            throw new IllegalArgumentException(message.formatted(value));
        }
    }
}
