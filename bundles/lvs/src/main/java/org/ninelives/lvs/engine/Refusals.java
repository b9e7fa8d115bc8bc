package org.ninelives.lvs.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ninelives.api.ipvs.IpvsChange;
import org.ninelives.api.ipvs.IpvsFailure;
import org.ninelives.api.ipvs.ServiceKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the kernel refuses: told once, and again only after it has been accepted in between. */
final class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Set<String> told = new HashSet<>();
    private final Set<ServiceKey> services = new HashSet<>();
    private String last = "";

    /**
     * What came of changing these services.
     *
     * @param failures those that were refused
     */
    void note(Set<ServiceKey> changed, List<IpvsFailure> failures) {
        services.removeAll(changed);
        for (IpvsFailure failure : failures) {
            service(failure.change(), services);
            last = failure.cause().getMessage();
            if (told.add(last)) {
                LOG.error("IPVS: {}", last);
            }
        }
        if (services.isEmpty() && failures.isEmpty()) {
            told.clear();
        }
    }

    /** The services that are not as they should be because the kernel refused it. */
    Set<ServiceKey> services() {
        return services;
    }

    /** The last refusal; empty if there was none. */
    String last() {
        return last;
    }

    private static void service(IpvsChange change, Set<ServiceKey> services) {
        switch (change) {
            case IpvsChange.AddService add -> services.add(add.service().key());
            case IpvsChange.EditService edit -> services.add(edit.service().key());
            case IpvsChange.DeleteService delete -> services.add(delete.key());
            case IpvsChange.AddDestination add -> services.add(add.service());
            case IpvsChange.EditDestination edit -> services.add(edit.service());
            case IpvsChange.DeleteDestination delete -> services.add(delete.service());
            case IpvsChange.Flush other -> {}
            case IpvsChange.SetTimeouts other -> {}
            case IpvsChange.StartSync other -> {}
            case IpvsChange.StopSync other -> {}
        }
    }
}
