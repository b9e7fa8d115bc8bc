package org.ninelives.vrrp.core;

import java.util.Locale;
import org.ninelives.api.net.IpAddress;

/** Something worth a line in the log, in the words operators know and monitors search for. */
public sealed interface Remark extends Effect {

    /** How much an operator wants to read it. */
    enum Level {
        /** Always logged. */
        INFO,
        /** Always logged, asks for attention. */
        WARNING,
        /** Logged with {@code -D}. */
        DETAIL
    }

    default Level level() {
        return Level.INFO;
    }

    /** The line, beginning with the name of the instance. */
    String text(String instance);

    /** A state begins. */
    record Entering(State state, boolean initial) implements Remark {
        @Override
        public String text(String instance) {
            String tail = initial && state == State.BACKUP ? " (init)" : "";
            return "(%s) Entering %s STATE%s".formatted(instance, state, tail);
        }
    }

    /** A fault has come up. */
    record Faulted(Fault fault) implements Remark {
        @Override
        public Level level() {
            return fault.isReal() ? Level.INFO : Level.DETAIL;
        }

        @Override
        public String text(String instance) {
            return switch (fault.kind()) {
                case TRACKER ->
                        "(%s): entering FAULT state due to %s".formatted(instance, fault.words());
                case AWAITED ->
                        "(%s) waits in FAULT state for the first result of %s"
                                .formatted(instance, fault.words());
                case INTERFACE_DOWN ->
                        "(%s): entering FAULT state (%s)".formatted(instance, fault.words());
                case NO_SOURCE_ADDRESS, DUPLICATE_VRID, CONFIGURATION, SYSTEM, DISABLED ->
                        "(%s) entering FAULT state (%s)".formatted(instance, fault.words());
            };
        }
    }

    /** A fault is gone. */
    record Recovered(Fault fault) implements Remark {
        @Override
        public Level level() {
            return Level.DETAIL;
        }

        @Override
        public String text(String instance) {
            return "(%s) fault cleared (%s)".formatted(instance, fault.words());
        }
    }

    /** The master has been silent for one master down interval. */
    record AdvertTimeout() implements Remark {
        @Override
        public Level level() {
            return Level.DETAIL;
        }

        @Override
        public String text(String instance) {
            return "(%s) Receive advertisement timeout".formatted(instance);
        }
    }

    /** A backup heard a master of lower priority and will take over from it. */
    record LowerPriorityDiscarded(IpAddress source, int priority) implements Remark {
        @Override
        public String text(String instance) {
            return "(%s) received lower priority (%d) advert from %s - discarding"
                    .formatted(instance, priority, source);
        }
    }

    /** A master heard another one with a weaker claim. */
    record ForcingElection(IpAddress source, int priority, int ownPriority) implements Remark {
        @Override
        public String text(String instance) {
            return "(%s) Received advert from %s with lower priority %d, ours %d, forcing new election"
                    .formatted(instance, source, priority, ownPriority);
        }
    }

    /** A weaker master goes on although it has been answered again and again. */
    record AdvertsUnheard(IpAddress source, int priority, int ownPriority, long count)
            implements Remark {
        @Override
        public Level level() {
            return Level.WARNING;
        }

        @Override
        public String text(String instance) {
            return ("(%s) %s does not accept our adverts: it has sent priority %d %d times while we"
                            + " send %d. Check that protocol 112 from us reaches it, and that VRID,"
                            + " version, interval and authentication are the same there")
                    .formatted(instance, source, priority, count, ownPriority);
        }
    }

    /** A master heard one with a stronger claim and yields. */
    record HigherPriorityHeard(IpAddress source, int priority, int ownPriority) implements Remark {
        @Override
        public String text(String instance) {
            return priority == ownPriority
                    ? "(%s) Master received advert from %s with same priority %d but higher IP address than ours"
                            .formatted(instance, source, priority)
                    : "(%s) Master received advert from %s with higher priority %d, ours %d"
                            .formatted(instance, source, priority, ownPriority);
        }
    }

    /** A master heard an advert with its own priority and its own address. */
    record OwnAddressHeard(IpAddress source, int priority) implements Remark {
        @Override
        public Level level() {
            return Level.WARNING;
        }

        @Override
        public String text(String instance) {
            return "(%s) WARNING - equal priority %d advert received from our own address %s"
                    .formatted(instance, priority, source);
        }
    }

    /** Two routers claim to own the addresses, and this one steps back to 254. */
    record OwnershipDisputed(IpAddress source) implements Remark {
        @Override
        public Level level() {
            return Level.WARNING;
        }

        @Override
        public String text(String instance) {
            return "(%s) %s also has priority 255: only one router can own the addresses; reducing our priority to 254"
                    .formatted(instance, source);
        }
    }

    /** The other owner is gone. */
    record OwnershipRestored() implements Remark {
        @Override
        public String text(String instance) {
            return "(%s) no other router has priority 255 any more; restoring our priority to 255"
                    .formatted(instance);
        }
    }

    /** Priority as trackers, overrides and settings have it now. */
    record PriorityChange(int from, int to) implements Remark {
        @Override
        public String text(String instance) {
            return "(%s) Changing effective priority from %d to %d".formatted(instance, from, to);
        }
    }

    /** The master said that it leaves. */
    record MasterResigned(IpAddress source) implements Remark {
        @Override
        public Level level() {
            return Level.DETAIL;
        }

        @Override
        public String text(String instance) {
            return "(%s) Backup received priority 0 advertisement from %s"
                    .formatted(instance, source);
        }
    }

    /** A backup of higher priority waits before it takes over. */
    record PreemptDelayStarted(long delayNanos) implements Remark {
        @Override
        public String text(String instance) {
            return String.format(
                    Locale.ROOT,
                    "(%s) start preempt delay (%.3f secs)",
                    instance,
                    delayNanos / 1e9);
        }
    }

    /** What a master must own was removed by somebody else. */
    record AddressesRemoved(String what) implements Remark {
        @Override
        public String text(String instance) {
            return "(%s) %s was removed by somebody else, giving up mastership"
                    .formatted(instance, what);
        }
    }

    /** The operator asked to resign. */
    record Resigning() implements Remark {
        @Override
        public String text(String instance) {
            return "(%s) asked to resign".formatted(instance);
        }
    }

    /** This router was stopped for so long that the others may have changed roles meanwhile. */
    record LateTick(long lateNanos) implements Remark {
        @Override
        public Level level() {
            return Level.WARNING;
        }

        @Override
        public String text(String instance) {
            return String.format(
                    Locale.ROOT,
                    "(%s) stood still, a timer ran %.3f secs late",
                    instance,
                    lateNanos / 1e9);
        }
    }

    /** A master was stopped for so long that it may not be the only one any more. */
    record LateMaster(long lateNanos) implements Remark {
        @Override
        public Level level() {
            return Level.WARNING;
        }

        @Override
        public String text(String instance) {
            return String.format(
                    Locale.ROOT,
                    "(%s) stood still, an advert is %.3f secs late: listening before claiming"
                            + " again",
                    instance,
                    lateNanos / 1e9);
        }
    }

    /** A member of a sync group would take over, the others would not. */
    record CompanionsAwaited(String group) implements Remark {
        @Override
        public String text(String instance) {
            return "(%s) waits for the other members of sync group %s to take over with it"
                    .formatted(instance, group);
        }
    }

    /** Nobody is master, and this router stands by. */
    record MasterMissing() implements Remark {
        @Override
        public Level level() {
            return Level.WARNING;
        }

        @Override
        public String text(String instance) {
            return "(%s) no master is heard, and this node stands by as an operator wants; release it to take over"
                    .formatted(instance);
        }
    }

    /** Without its witness a backup does not take over. */
    record WitnessMissing(String why) implements Remark {
        @Override
        public Level level() {
            return Level.WARNING;
        }

        @Override
        public String text(String instance) {
            return "(%s) %s, staying backup: it may be this node that is cut off"
                    .formatted(instance, why);
        }
    }

    /** What {@link Diagnosis} has found without having been asked. */
    record Diagnosed(String words) implements Remark {
        @Override
        public Level level() {
            return Level.WARNING;
        }

        @Override
        public String text(String instance) {
            return "(%s) %s".formatted(instance, words);
        }
    }

    /** A master has told the others that it leaves. */
    record PriorityZeroSent() implements Remark {
        @Override
        public Level level() {
            return Level.DETAIL;
        }

        @Override
        public String text(String instance) {
            return "(%s) sent 0 priority".formatted(instance);
        }
    }
}
