package org.ninelives.api.check;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * How one look at a server goes. Plain blocking code for a thread of its own. A record, so that
 * equal ones are known as equal.
 */
@ConsumerType
public interface ProbeMethod {

    /**
     * Looks once. Whatever it opens through the probe is closed when it returns. It is interrupted
     * when the time of the probe is over; who does not return then is left behind, counted, and not
     * run again until it has.
     *
     * @throws IOException what the connection says; it fails the check with that reason. Where it
     *     is {@link org.ninelives.api.system.LackException}, from the probe even if it was caught,
     *     the look has no result at all unless it passed, and is made again
     */
    CheckResult run(Probe probe) throws IOException, InterruptedException;

    /**
     * Whether a look costs so much CPU (a TLS handshake) or so many processes (a script) that only
     * some may go on at once.
     */
    default ProbeCost cost() {
        return ProbeCost.CHEAP;
    }

    /**
     * What the log says of a result for one of the checks that look so; by default its reason, once
     * for all of them. Pure.
     */
    default String words(CheckResult result, CheckKey check) {
        return result.reason();
    }
}
