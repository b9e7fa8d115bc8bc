package org.ninelives.lvs.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;

/** Which virtual server has which service of the kernel: two cannot have the same one. */
final class ServiceOwners {

    private final Problems problems;
    private final Map<ServiceKey, Owner> owners = new HashMap<>();

    private record Owner(String name, Position position) {}

    ServiceOwners(Problems problems) {
        this.problems = problems;
    }

    /**
     * Gives a virtual server its services.
     *
     * @return the same with those that no other has, if there are any; the rest is reported
     */
    Optional<VirtualServerSettings> admit(VirtualServerSettings settings, Position position) {
        Owner owner = new Owner(settings.name(), position);
        List<IpvsService> own = new ArrayList<>();
        List<ServiceKey> refused = new ArrayList<>();
        for (IpvsService service : settings.services()) {
            if (owners.putIfAbsent(service.key(), owner) == null) {
                own.add(service);
            } else {
                refused.add(service.key());
            }
        }
        if (refused.isEmpty()) {
            return Optional.of(settings);
        }
        report(refused, position);
        return own.isEmpty() ? Optional.empty() : Optional.of(settings.withServices(own));
    }

    private void report(List<ServiceKey> refused, Position position) {
        ServiceKey first = refused.getFirst();
        Owner earlier = owners.get(first);
        String which =
                refused.size() == 1
                        ? first + " belongs"
                        : first + " and " + (refused.size() - 1) + " more belong";
        problems.cannotRun(
                position,
                "virtual_server",
                which
                        + " to virtual_server "
                        + earlier.name()
                        + " at "
                        + earlier.position()
                        + " already; left out here");
    }
}
