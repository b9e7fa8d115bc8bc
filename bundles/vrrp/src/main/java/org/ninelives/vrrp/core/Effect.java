package org.ninelives.vrrp.core;

import java.util.Objects;
import org.ninelives.api.net.IpAddress;

/** What a virtual router asks of the world. Effects are performed in the order they come. */
public sealed interface Effect permits Effect.Act, Effect.StateChanged, Effect.Reclaimed, Remark {

    SendResignation SEND_RESIGNATION = new SendResignation();
    OwnAddresses OWN_ADDRESSES = new OwnAddresses();
    DisownAddresses DISOWN_ADDRESSES = new DisownAddresses();

    /** Something to be done on the network or the machine. */
    sealed interface Act extends Effect {}

    /**
     * Send one advert.
     *
     * @param priority to tell in it, 1..255
     */
    record SendAdvert(int priority) implements Act {

        private static final SendAdvert[] ALL = new SendAdvert[RouterSettings.OWNER_PRIORITY + 1];

        static {
            for (int priority = 1; priority < ALL.length; priority++) {
                ALL[priority] = new SendAdvert(priority);
            }
        }

        public SendAdvert {
            if (priority < 1 || priority > RouterSettings.OWNER_PRIORITY) {
                throw new IllegalArgumentException(priority + " is no priority of a master");
            }
        }

        /** The advert of this priority; allocates nothing. */
        static SendAdvert of(int priority) {
            return ALL[priority];
        }
    }

    /** Send one advert of priority 0: this master leaves. */
    record SendResignation() implements Act {}

    /** Put the virtual addresses on the interface. */
    record OwnAddresses() implements Act {}

    /** Take the virtual addresses from the interface. */
    record DisownAddresses() implements Act {}

    /**
     * Announce each virtual address by gratuitous ARP.
     *
     * @param count frames for each address, at least 1
     */
    record Announce(int count) implements Act {
        public Announce {
            if (count < 1) {
                throw new IllegalArgumentException("a burst of " + count + " frames");
            }
        }
    }

    /**
     * Find out whether the witness can be reached and tell it by {@link Input.WitnessAnswered}.
     *
     * @param id of this question
     */
    record AskWitness(long id) implements Act {}

    /**
     * A master has heard a weaker one and stays master: what hosts, scripts and clouds have learned
     * from the other may have to be put right. At most twice a second.
     */
    record Reclaimed(IpAddress source, int priority) implements Effect {}

    /**
     * The state is another one; the last effect of each transition.
     *
     * @param reason a sentence for the operator
     * @param held FAULT only because results are awaited: nobody is to be notified. If they come
     *     out badly, a change from FAULT to FAULT tells that it is real now
     */
    record StateChanged(State from, State to, String reason, boolean held) implements Effect {
        public StateChanged {
            Objects.requireNonNull(from);
            Objects.requireNonNull(to);
            Objects.requireNonNull(reason);
        }

        /** A change of which everybody may hear. */
        StateChanged(State from, State to, String reason) {
            this(from, to, reason, false);
        }

        /** The log line of the new state, {@code (VI_1) Entering MASTER STATE}. */
        public String text(String instance) {
            return new Remark.Entering(to, from == State.INIT).text(instance);
        }
    }
}
