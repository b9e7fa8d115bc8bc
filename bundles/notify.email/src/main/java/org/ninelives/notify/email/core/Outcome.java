package org.ninelives.notify.email.core;

import java.util.List;

/** What a delivery came to. */
public sealed interface Outcome {

    /**
     * The server has the mail for all recipients but these, who may be all.
     *
     * @param refusals those who do not get it, or not yet
     */
    record Taken(List<Refusal> refusals) implements Outcome {
        public Taken {
            refusals = List.copyOf(refusals);
        }
    }

    /** The server does not want this mail and would not want it later. */
    record Rejected(String reply) implements Outcome {}

    /** There was no server, or none that could take a mail now. */
    record Failed(String reason) implements Outcome {}
}
