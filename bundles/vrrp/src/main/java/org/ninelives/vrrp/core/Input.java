package org.ninelives.vrrp.core;

import java.util.List;
import java.util.Objects;
import org.ninelives.api.net.IpAddress;

/**
 * What can happen to a virtual router. Inputs that tell facts (priority, faults, source address,
 * settings) may come before {@link Start} and are then only remembered.
 */
public sealed interface Input permits ReceivedAdvert, Input.Event, Input.Fact {

    Start START = new Start();
    Stop STOP = new Stop();
    Tick TICK = new Tick();
    Resign RESIGN = new Resign();
    Announce ANNOUNCE = new Announce();

    /** Something that happens once. */
    sealed interface Event extends Input {}

    /** Something that holds from now on. */
    sealed interface Fact extends Input {}

    /** Begin to take part. */
    record Start() implements Event {}

    /** Cease to take part; a master says so with priority 0. */
    record Stop() implements Event {}

    /** Time has passed; due when {@link VirtualRouter#deadlineNanos} has come. */
    record Tick() implements Event {}

    /**
     * The operator asks a master to give up: it sends priority 0 and does not claim mastership
     * again before one master down interval has passed. Nothing happens in other states.
     */
    record Resign() implements Event {}

    /**
     * The operator wants a master to announce its addresses once more. Nothing happens in other
     * states, as that would take the addresses away from the master.
     */
    record Announce() implements Event {}

    /**
     * Somebody else has removed what a master must own.
     *
     * @param what names it for the log: {@code address 192.0.2.1/24}
     */
    record AddressesLost(String what) implements Event {
        public AddressesLost {
            Objects.requireNonNull(what);
        }
    }

    /**
     * What the witness said.
     *
     * @param id of the question, {@link Effect.AskWitness}
     */
    record WitnessAnswered(long id, boolean reachable) implements Event {}

    /**
     * The effective priority: configured priority, trackers and override taken together.
     *
     * @param effectivePriority 1..255; 255 only where 255 is configured
     */
    record PriorityChanged(int effectivePriority) implements Fact {
        public PriorityChanged {
            checkPriority(effectivePriority);
        }
    }

    /**
     * The operator wants it in standby: it listens and never claims mastership, and a master gives
     * up as with {@link Resign}.
     */
    record StandbyChanged(boolean standby) implements Fact {}

    /** All faults there are now, in the order they are to be told; none if empty. */
    record FaultsChanged(List<Fault> faults) implements Fact {
        public FaultsChanged {
            faults = List.copyOf(faults);
        }
    }

    /**
     * New settings by a reload: state and running timers stay, only what changed takes effect.
     *
     * @param effectivePriority as in {@link PriorityChanged}
     */
    record SettingsChanged(RouterSettings settings, int effectivePriority) implements Fact {
        public SettingsChanged {
            Objects.requireNonNull(settings);
            checkPriority(effectivePriority);
        }
    }

    /** The address adverts are sent from; ties between equal priorities are broken by it. */
    record SourceAddressChanged(IpAddress source) implements Fact {
        public SourceAddressChanged {
            Objects.requireNonNull(source);
        }
    }

    private static void checkPriority(int effectivePriority) {
        if (effectivePriority < 1 || effectivePriority > RouterSettings.OWNER_PRIORITY) {
            throw new IllegalArgumentException(
                    "effective priority: " + effectivePriority + " is not in 1..255");
        }
    }
}
