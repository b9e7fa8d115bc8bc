package org.ninelives.api.check;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * How one look at a server goes. Plain blocking code for a virtual thread. A record, so that equal
 * ones are known as equal.
 */
@ConsumerType
public interface ProbeMethod {

    /**
     * Looks once. Whatever it opens through the probe is closed when it returns. It is interrupted
     * when the time of the probe is over; who does not return then is left behind, counted, and not
     * run again until it has.
     *
     * @throws IOException what the connection says; it fails the check with that reason
     */
    CheckResult run(Probe probe) throws IOException, InterruptedException;

    /**
     * Whether a look costs so much CPU (a TLS handshake) or so many processes (a script) that only
     * some may go on at once.
     */
    default ProbeCost cost() {
        return ProbeCost.CHEAP;
    }
}
