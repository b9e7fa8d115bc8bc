package org.ninelives.vrrp.core;

import java.util.Locale;
import java.util.Objects;

/** What {@link SplitBrainWatch} has to tell. */
public sealed interface SplitBrain {

    /** The log line. */
    String text(String instance);

    /**
     * There is more than one master, or somebody else uses a virtual address.
     *
     * @param evidence sentences that name who was seen doing what
     * @param sinceNanos when the first evidence was seen
     * @param repeated it has been told before and goes on
     */
    record Raised(String evidence, long sinceNanos, boolean repeated) implements SplitBrain {
        public Raised {
            Objects.requireNonNull(evidence);
        }

        @Override
        public String text(String instance) {
            return "(%s) SPLIT BRAIN%s: %s"
                    .formatted(instance, repeated ? " goes on" : "", evidence);
        }
    }

    /**
     * Nothing of that kind was seen any more.
     *
     * @param lastedNanos from the first evidence to the last
     * @param winner who is master now, a sentence
     */
    record Cleared(long lastedNanos, String winner) implements SplitBrain {
        public Cleared {
            Objects.requireNonNull(winner);
        }

        @Override
        public String text(String instance) {
            return String.format(
                    Locale.ROOT,
                    "(%s) split brain is over after %.3f secs: %s",
                    instance,
                    lastedNanos / 1e9,
                    winner);
        }
    }
}
