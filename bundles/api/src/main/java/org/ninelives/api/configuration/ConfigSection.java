package org.ninelives.api.configuration;

import java.util.List;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A part of the configuration and the service behind it. Publish one in the service registry and
 * its keywords are known from the next load on. A reload is a transaction: every section prepares,
 * and only if none objects does each apply, in order.
 *
 * <p>All methods are called on one thread of the daemon, never at the same time.
 */
@ConsumerType
public interface ConfigSection {

    /** The keywords it owns outside all blocks; none unless it says otherwise. */
    default BlockGrammar root() {
        return BlockGrammar.none();
    }

    /** The keywords it owns in {@code global_defs}; none unless it says otherwise. */
    default BlockGrammar globalDefs() {
        return BlockGrammar.none();
    }

    /**
     * Reads the values into settings, tells what is wrong with them, and compares them with what
     * runs. Touches nothing and does not block.
     *
     * @param root the root block; ask it for the keywords of {@link #root}
     * @param globalDefs the {@code global_defs} block, all of them together; ask it for the
     *     keywords of {@link #globalDefs}
     * @param problems where to report; an object that cannot run is {@linkplain Problems#cannotRun
     *     reported so} and left out of the plan
     */
    Prepared prepare(Values root, Values globalDefs, Problems problems);

    /** A prepared configuration, to be applied or dropped. */
    @ConsumerType
    interface Prepared {

        /** These changes, which {@code applying} makes. */
        static Prepared of(List<PlannedChange> changes, Applying applying) {
            return new Prepared() {
                @Override
                public List<PlannedChange> changes() {
                    return changes;
                }

                @Override
                public void apply() throws ApplyException {
                    applying.apply();
                }
            };
        }

        /** What applying it would do, in order; objects that stay as they are included. */
        List<PlannedChange> changes();

        /**
         * Makes it so, and returns when it is so. What cannot be done is logged and degrades that
         * object only.
         *
         * @throws ApplyException if nothing of it could be done, such as for want of a privilege
         */
        void apply() throws ApplyException;
    }

    /** As {@link Prepared#apply}. */
    @FunctionalInterface
    interface Applying {
        void apply() throws ApplyException;
    }
}
