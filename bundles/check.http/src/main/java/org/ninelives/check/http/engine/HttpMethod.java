package org.ninelives.check.http.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.Probe;
import org.ninelives.api.check.ProbeCost;
import org.ninelives.api.check.ProbeMethod;
import org.ninelives.check.http.settings.Page;
import org.ninelives.check.http.tls.TlsClient;

/**
 * Fetches pages until one is bad.
 *
 * @param pageTimeout time for each once connected
 * @param tls empty for plain HTTP
 */
public record HttpMethod(List<Page> pages, Duration pageTimeout, Optional<TlsClient> tls)
        implements ProbeMethod {

    public HttpMethod {
        pages = List.copyOf(pages);
    }

    @Override
    public CheckResult run(Probe probe) throws IOException {
        for (Page page : pages) {
            Optional<String> fault = new Visit(this, page, probe).fault();
            if (fault.isPresent()) {
                return CheckResult.failed(fault.get());
            }
        }
        return CheckResult.passed(
                "Remote Web server " + Visit.words(probe.target()) + " succeed on service.");
    }

    @Override
    public ProbeCost cost() {
        return tls.isPresent() ? ProbeCost.HANDSHAKE : ProbeCost.CHEAP;
    }
}
