package org.ninelives.dropin.core;

/** How work at a file ended. Each reason is a clause for the operator. */
public sealed interface Outcome {

    /**
     * Its bundle runs.
     *
     * @param story what was done, a clause; empty if there was nothing to do
     */
    record Running(String story) implements Outcome {}

    /** It cannot be used until another bundle comes or goes. */
    record Waiting(String reason) implements Outcome {}

    /** Its bundle is installed and does not start. */
    record Failed(String reason) implements Outcome {}

    /** What is in the file is not used; what was made of it before stays. */
    record Refused(String reason) implements Outcome {}

    /** As {@link Refused}, but it may be that the file is still being written. */
    record Incomplete(String reason) implements Outcome {}

    /** Something went wrong that may pass by itself. */
    record Passing(String reason) implements Outcome {}

    /** Its bundle is stopped, as was asked for. */
    record Stopped() implements Outcome {}

    /**
     * Its bundle is gone.
     *
     * @param story what was done, a clause
     */
    record Gone(String story) implements Outcome {}
}
