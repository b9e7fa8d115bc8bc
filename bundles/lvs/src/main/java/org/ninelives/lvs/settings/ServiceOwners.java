package org.ninelives.lvs.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
     * Gives services to a virtual server.
     *
     * @return those that no other has; the rest is reported
     */
    List<ServiceKey> claim(List<ServiceKey> keys, String name, Position position) {
        Owner owner = new Owner(name, position);
        List<ServiceKey> claimed = new ArrayList<>();
        List<ServiceKey> refused = new ArrayList<>();
        for (ServiceKey key : keys) {
            boolean free = owners.putIfAbsent(key, owner) == null;
            (free ? claimed : refused).add(key);
        }
        if (!refused.isEmpty()) {
            Owner earlier = owners.get(refused.getFirst());
            problems.cannotRun(
                    position,
                    "virtual_server",
                    refused.getFirst()
                            + (refused.size() == 1 ? "" : " and " + (refused.size() - 1) + " more")
                            + " belong to virtual_server "
                            + earlier.name()
                            + " at "
                            + earlier.position()
                            + " already; left out here");
        }
        return claimed;
    }
}
