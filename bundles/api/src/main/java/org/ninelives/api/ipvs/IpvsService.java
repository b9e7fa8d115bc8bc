package org.ninelives.api.ipvs;

import java.util.Optional;
import java.util.Set;

/**
 * A service of IPVS.
 *
 * @param scheduler name of the scheduler, such as {@code wlc}
 * @param onePacket whether each packet of UDP is scheduled for itself
 */
public record IpvsService(
        ServiceKey key,
        String scheduler,
        Set<SchedulerFlag> flags,
        Optional<Persistence> persistence,
        boolean onePacket) {

    public IpvsService {
        flags = Set.copyOf(flags);
    }
}
