package org.ninelives.api.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ninelives.config.grammar.Values;
import org.osgi.annotation.versioning.ProviderType;

/** Runs the checks. Safe for use by several threads. */
@ProviderType
public interface CheckEngine {

    /**
     * Makes exactly these checks from now on. One that is equal to what the same key had before
     * goes on undisturbed; one that changed under its key keeps its standing and is looked at at
     * once; a new one is {@link CheckStanding#UNKNOWN}. Before it returns, the listener has been
     * told the standing of each.
     *
     * @param networkNamespace where the servers are looked at from; the own one when empty
     */
    void follow(
            List<CheckAssignment> assignments,
            Optional<String> networkNamespace,
            CheckListener listener);

    /**
     * Looks once, now, on the thread of the caller, whatever the schedule says. What a check
     * follows is looked at where one look tells something; nothing is followed.
     *
     * @param root the configuration outside of blocks that the check stands in
     * @param story hears each step
     */
    CheckResult once(
            Check check, Values root, Optional<String> networkNamespace, Consumer<String> story)
            throws InterruptedException;
}
