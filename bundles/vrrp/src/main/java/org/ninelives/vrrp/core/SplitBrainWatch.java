package org.ninelives.vrrp.core;

import static org.ninelives.vrrp.core.Timers.NEVER;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.MacAddress;

/**
 * Looks out for a second master, on a master as on a backup.
 *
 * <p>That a master hears another one once is normal: adverts cross when mastership changes, and the
 * weaker one yields when it is answered. So adverts are evidence when their sender has been
 * answered and goes on: at its second advert after an answer. The answer is an advert of the master
 * this router believes in, which is itself or, on a backup, the one it heard first.
 *
 * <p>That another MAC address speaks for a virtual address is evidence unless the master changes
 * within a {@linkplain #graceNanos grace} before or after that, because addresses are announced
 * before and after the adverts that explain it are heard. A backup takes the MAC address it sees
 * last in the grace, or first after it, for the master's.
 *
 * <p>Pure and not thread-safe. Hearing and sending adverts allocates nothing unless there is an
 * alarm.
 */
public final class SplitBrainWatch {

    /** While it lasts the alarm is told this often. */
    static final long REPEAT_NANOS = 60_000_000_000L;

    private static final int ADVERTS_OF_EVIDENCE = 2;
    private static final long GRACE_MIN_NANOS = 1_000_000_000L;
    private static final int GRACE_ADVERTS = 5;
    private static final long QUIET_MIN_NANOS = 5_000_000_000L;
    private static final int QUIET_ADVERTS = 3;

    private final Consumer<? super SplitBrain> alarms;
    private final MasterRecord master = new MasterRecord();
    private final MasterRecord rival = new MasterRecord();
    private final Map<IpAddress, MacAddress> macs = new HashMap<>();

    private long advertIntervalNanos;
    private State state = State.INIT;
    private int ownPriority;
    private long masterSinceNanos;

    private boolean rivalAnswered;
    private long rivalAdverts;
    private long rivalAdvertsAnswered;
    private long rivalSinceNanos;

    private String advertEvidence = "";
    private String macEvidence = "";
    private String suspicion = "";
    private long suspicionAtNanos = NEVER;
    private long firstEvidenceNanos;
    private long lastEvidenceNanos;
    private long clearAtNanos = NEVER;
    private long repeatAtNanos = NEVER;

    /**
     * A watch for one virtual router.
     *
     * @param alarms takes what there is to tell
     */
    public SplitBrainWatch(long advertIntervalNanos, Consumer<? super SplitBrain> alarms) {
        this.advertIntervalNanos = advertIntervalNanos;
        this.alarms = Objects.requireNonNull(alarms);
    }

    /** The interval of adverts, own or learned. */
    public void intervalIs(long nanos) {
        advertIntervalNanos = nanos;
    }

    /** The virtual router has another state. */
    public void stateChanged(long nowNanos, State to) {
        state = to;
        master.forget();
        forgetRival();
        masterChanged(nowNanos);
    }

    /** The virtual router has sent an advert; the priority is the one told in it, 1..255. */
    public void advertSent(int priority) {
        ownPriority = priority;
        rivalAnswered = rival.isKnown();
    }

    /** The virtual router has heard an advert and has reacted to it. */
    public void advertHeard(long nowNanos, ReceivedAdvert advert) {
        if (state != State.MASTER && state != State.BACKUP) {
            return;
        }
        if (advert.priority() == 0) {
            forgetWhoResigned(advert);
        } else if (state == State.MASTER || isBesideMaster(nowNanos, advert)) {
            rivalHeard(nowNanos, advert);
        } else if (master.sent(advert)) {
            master.remember(advert, nowNanos);
            rivalAnswered = rival.isKnown();
        } else {
            master.remember(advert, nowNanos);
            forgetRival();
            masterChanged(nowNanos);
        }
    }

    /**
     * Somebody else has spoken for a virtual address, by ARP or neighbour advertisement.
     *
     * @param mac of the sender, which is none of this node's
     */
    public void addressSeen(long nowNanos, IpAddress address, MacAddress mac) {
        boolean grace = nowNanos - masterSinceNanos < graceNanos();
        switch (state) {
            case INIT, FAULT -> {}
            case MASTER -> {
                if (!grace) {
                    suspect(nowNanos, mac + " speaks for " + address + " of this master");
                }
            }
            case BACKUP -> {
                MacAddress known = grace ? mac : macs.getOrDefault(address, mac);
                macs.put(address, known);
                if (!known.equals(mac)) {
                    suspect(nowNanos, mac + " speaks for " + address + " beside " + known);
                }
            }
        }
    }

    /** Time has passed; due at {@link #deadlineNanos}. */
    public void tick(long nowNanos) {
        if (nowNanos >= suspicionAtNanos) {
            suspicionAtNanos = NEVER;
            macEvidence = suspicion;
            evidence(nowNanos, nowNanos - graceNanos());
        }
        if (nowNanos >= clearAtNanos) {
            clear();
        } else if (nowNanos >= repeatAtNanos) {
            raise(nowNanos, true);
        }
    }

    /** When the next {@link #tick} is due, {@link Timers#NEVER} if nothing is to be told. */
    public long deadlineNanos() {
        return Math.min(suspicionAtNanos, Math.min(clearAtNanos, repeatAtNanos));
    }

    /** Whether there is an alarm now. */
    public boolean isRaised() {
        return clearAtNanos != NEVER;
    }

    /** The evidence of the alarm, empty if there is none. */
    public String evidence() {
        return advertEvidence
                + (advertEvidence.isEmpty() || macEvidence.isEmpty() ? "" : "; ")
                + macEvidence;
    }

    /** How long around a change of master both may be seen. */
    long graceNanos() {
        return Math.max(GRACE_MIN_NANOS, GRACE_ADVERTS * advertIntervalNanos);
    }

    /** How long nothing must be seen before the alarm ends. */
    long quietNanos() {
        return Math.max(QUIET_MIN_NANOS, patienceNanos());
    }

    /** Whether somebody else speaks while the master this backup believes in is alive. */
    private boolean isBesideMaster(long nowNanos, ReceivedAdvert advert) {
        return master.isKnown()
                && !master.sent(advert)
                && nowNanos - master.heardNanos() < patienceNanos();
    }

    /** Who is silent for longer is no master any more. */
    private long patienceNanos() {
        return QUIET_ADVERTS * advertIntervalNanos;
    }

    private void rivalHeard(long nowNanos, ReceivedAdvert advert) {
        if (!rival.sent(advert) || isRivalOver(nowNanos, advert)) {
            forgetRival();
            rivalSinceNanos = nowNanos;
        }
        rival.remember(advert, nowNanos);
        rivalAdverts++;
        if (rivalAnswered) {
            rivalAnswered = false;
            rivalAdvertsAnswered++;
        }
        if (isRivalEvident()) {
            evidence(nowNanos, rivalSinceNanos);
        }
    }

    /** What was heard before a long silence belongs to an earlier change of master. */
    private boolean isRivalOver(long nowNanos, ReceivedAdvert advert) {
        long intervalNanos = Math.max(advertIntervalNanos, advert.intervalNanos());
        return nowNanos - rival.heardNanos() >= QUIET_ADVERTS * intervalNanos;
    }

    private boolean isRivalEvident() {
        return rivalAdvertsAnswered >= ADVERTS_OF_EVIDENCE;
    }

    private String rivalWords(long nowNanos) {
        String other =
                state == State.MASTER
                        ? "this router is master with priority " + ownPriority
                        : master.words() + " is master";
        return "%s has sent %d adverts within %s although %s"
                .formatted(
                        rival.words(),
                        rivalAdverts,
                        Words.millis(nowNanos - rivalSinceNanos),
                        other);
    }

    private void suspect(long nowNanos, String words) {
        if (isRaised()) {
            macEvidence = words;
            evidence(nowNanos, nowNanos);
        } else if (suspicionAtNanos == NEVER) {
            suspicion = words;
            suspicionAtNanos = nowNanos + graceNanos();
        }
    }

    private void evidence(long nowNanos, long sinceNanos) {
        lastEvidenceNanos = nowNanos;
        boolean raised = isRaised();
        clearAtNanos = nowNanos + quietNanos();
        if (!raised) {
            firstEvidenceNanos = sinceNanos;
            raise(nowNanos, false);
        }
    }

    private void raise(long nowNanos, boolean repeated) {
        repeatAtNanos = nowNanos + REPEAT_NANOS;
        if (isRivalEvident()) {
            advertEvidence = rivalWords(nowNanos);
        }
        alarms.accept(new SplitBrain.Raised(evidence(), firstEvidenceNanos, repeated));
    }

    private void clear() {
        clearAtNanos = NEVER;
        repeatAtNanos = NEVER;
        advertEvidence = "";
        macEvidence = "";
        alarms.accept(new SplitBrain.Cleared(lastEvidenceNanos - firstEvidenceNanos, winner()));
    }

    private String winner() {
        return switch (state) {
            case MASTER -> "this router is master with priority " + ownPriority;
            case BACKUP ->
                    master.isKnown()
                            ? master.words() + " is master"
                            : "this router is backup and hears no master";
            case INIT, FAULT -> "this router takes no part any more";
        };
    }

    private void forgetWhoResigned(ReceivedAdvert advert) {
        if (rival.sent(advert)) {
            forgetRival();
        }
        if (master.sent(advert)) {
            master.forget();
        }
    }

    private void forgetRival() {
        rival.forget();
        rivalAnswered = false;
        rivalAdverts = 0;
        rivalAdvertsAnswered = 0;
    }

    private void masterChanged(long nowNanos) {
        masterSinceNanos = nowNanos;
        suspicionAtNanos = NEVER;
        macs.clear();
    }
}
