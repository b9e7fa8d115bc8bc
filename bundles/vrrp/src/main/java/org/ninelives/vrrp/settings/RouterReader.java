package org.ninelives.vrrp.settings;

import java.util.Optional;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.vrrp.core.RouterSettings;
import org.ninelives.vrrp.settings.InstanceGrammar.InitialState;

/** Reads how an instance is elected: what the state machine runs by. */
final class RouterReader {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long CENTISECOND_NANOS = 10_000_000L;

    /** Twelve bits of centiseconds, RFC 9568 section 5.2.7. */
    private static final long V3_INTERVAL_NANOS_MAX = 4095 * CENTISECOND_NANOS;

    private static final long V2_INTERVAL_NANOS_MAX = 255 * SECOND_NANOS;
    private static final int DEFAULT_PRIORITY = 100;
    private static final int STRICT_DOWN_TIMER_ADVERTS = 3;

    private final InstanceScope scope;
    private final boolean strict;
    private final int version;

    private RouterReader(InstanceScope scope, int version) {
        this.scope = scope;
        this.strict = scope.isStrict();
        this.version = version;
    }

    static RouterSettings read(InstanceScope scope, int version) {
        return new RouterReader(scope, version).read();
    }

    private RouterSettings read() {
        boolean master =
                scope.get(InstanceGrammar.STATE).filter(InitialState.MASTER::equals).isPresent();
        int priority = priority(master);
        boolean owner = priority == RouterSettings.OWNER_PRIORITY;
        if (strict && master && !owner) {
            scope.warn(
                    InstanceGrammar.STATE,
                    "in strict mode only priority 255, the owner of the addresses, begins as"
                            + " master; BACKUP is assumed");
            master = false;
        }
        boolean preempt = preempt(master, owner);
        return new RouterSettings(
                version,
                priority,
                preempt,
                preemptDelay(master, owner, preempt),
                advertInterval(),
                downTimerAdverts(),
                scope.getGlobal(GlobalGrammar.STARTUP_DELAY),
                rule(
                        InstanceGrammar.LOWER_PRIO_NO_ADVERT,
                        GlobalGrammar.LOWER_PRIO_NO_ADVERT,
                        true),
                rule(
                        InstanceGrammar.HIGHER_PRIO_SEND_ADVERT,
                        GlobalGrammar.HIGHER_PRIO_SEND_ADVERT,
                        false),
                GarpReader.read(scope),
                owner && ownerIgnoresAdverts(),
                timerExpiredPriority(preempt),
                MasterReader.witness(scope).map(Witness::timeoutNanos).orElse(0L));
    }

    private boolean ownerIgnoresAdverts() {
        return rule(InstanceGrammar.OWNER_IGNORE_ADVERTS, GlobalGrammar.OWNER_IGNORE_ADVERTS, true);
    }

    private int timerExpiredPriority(boolean preempt) {
        Keyword<Optional<Integer>> word =
                scope.isSet(MasterGrammar.TIMER_EXPIRED_BACKUP)
                        ? MasterGrammar.TIMER_EXPIRED_BACKUP
                        : MasterGrammar.THREAD_TIMER_EXPIRED;
        Optional<Integer> written = scope.get(word);
        if (written.isPresent() && preempt) {
            scope.warn(word, "has no effect without nopreempt");
            return 0;
        }
        return written.orElse(0);
    }

    private int priority(boolean master) {
        Optional<Integer> written = scope.get(InstanceGrammar.PRIORITY);
        if (master && written.isEmpty()) {
            scope.warn(
                    InstanceGrammar.STATE,
                    "MASTER without a priority means priority 255, the owner of the addresses");
            return RouterSettings.OWNER_PRIORITY;
        }
        return written.orElse(DEFAULT_PRIORITY);
    }

    private boolean preempt(boolean master, boolean owner) {
        if (!scope.wins(InstanceGrammar.NOPREEMPT, InstanceGrammar.PREEMPT)) {
            return true;
        }
        if (master || owner) {
            scope.warn(InstanceGrammar.NOPREEMPT, "has no effect with " + why(owner));
            return true;
        }
        return false;
    }

    private static String why(boolean owner) {
        return owner ? "priority 255" : "state MASTER; write state BACKUP";
    }

    private long preemptDelay(boolean master, boolean owner, boolean preempt) {
        long written = scope.get(InstanceGrammar.PREEMPT_DELAY);
        Optional<String> obstacle = Optional.empty();
        if (master || owner) {
            obstacle = Optional.of(why(owner));
        } else if (!preempt) {
            obstacle = Optional.of("nopreempt");
        } else if (strict) {
            obstacle = Optional.of("strict mode");
        }
        if (written == 0 || obstacle.isEmpty()) {
            return written;
        }
        scope.warn(InstanceGrammar.PREEMPT_DELAY, "has no effect with " + obstacle.get());
        return 0;
    }

    /** The interval in units the version can tell in its adverts. */
    private long advertInterval() {
        long written = scope.get(InstanceGrammar.ADVERT_INT);
        long unit = version == 2 ? SECOND_NANOS : CENTISECOND_NANOS;
        long max = version == 2 ? V2_INTERVAL_NANOS_MAX : V3_INTERVAL_NANOS_MAX;
        long rounded = Math.clamp((written + unit / 2) / unit * unit, unit, max);
        if (rounded != written) {
            scope.warn(
                    InstanceGrammar.ADVERT_INT,
                    version == 2
                            ? "version 2 counts whole seconds, so it becomes "
                                    + rounded / SECOND_NANOS
                                    + "; version 3 can do fractions"
                            : "version 3 counts hundredths of a second up to 40.95, so it becomes "
                                    + String.format("%.2f", (double) rounded / SECOND_NANOS));
        }
        return rounded;
    }

    private int downTimerAdverts() {
        int written =
                scope.orGlobal(
                        InstanceGrammar.DOWN_TIMER_ADVERTS, GlobalGrammar.DOWN_TIMER_ADVERTS);
        if (strict && written != STRICT_DOWN_TIMER_ADVERTS) {
            scope.warnOfStrictness(
                    scope.name()
                            + ": down_timer_adverts "
                            + written
                            + " becomes "
                            + STRICT_DOWN_TIMER_ADVERTS);
            return STRICT_DOWN_TIMER_ADVERTS;
        }
        return written;
    }

    /** A switch that strict mode sets whatever is written. */
    private boolean rule(
            Keyword<Optional<Boolean>> own, Keyword<Boolean> global, boolean strictly) {
        if (!strict) {
            return scope.orGlobal(own, global);
        }
        if (scope.get(own).filter(written -> written != strictly).isPresent()) {
            scope.warn(own, "is " + (strictly ? "on" : "off") + " in strict mode");
        }
        return strictly;
    }
}
