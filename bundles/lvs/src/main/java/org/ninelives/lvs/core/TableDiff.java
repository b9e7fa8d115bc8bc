package org.ninelives.lvs.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ninelives.api.ipvs.DestinationKey;
import org.ninelives.api.ipvs.IpvsChange;
import org.ninelives.api.ipvs.IpvsDestination;
import org.ninelives.api.ipvs.ServiceKey;

/** What leads from one table to another. */
public final class TableDiff {

    private TableDiff() {}

    /**
     * The changes, in an order by which no service is ever without all of its destinations: what
     * gets more comes before what gets less, and what stays is changed in its place. Nothing that
     * is equal in both is touched.
     */
    public static List<IpvsChange> changes(
            Map<ServiceKey, PooledService> from, Map<ServiceKey, PooledService> to) {
        List<IpvsChange> changes = new ArrayList<>();
        to.forEach((key, wanted) -> change(from.get(key), wanted, changes));
        for (ServiceKey key : from.keySet()) {
            if (!to.containsKey(key)) {
                changes.add(new IpvsChange.DeleteService(key));
            }
        }
        return changes;
    }

    private static void change(PooledService had, PooledService wanted, List<IpvsChange> changes) {
        if (had == null) {
            changes.add(new IpvsChange.AddService(wanted.service()));
            compare(wanted.service().key(), Map.of(), wanted.destinations(), changes);
        } else {
            if (!had.service().equals(wanted.service())) {
                changes.add(new IpvsChange.EditService(wanted.service()));
            }
            compare(wanted.service().key(), had.destinations(), wanted.destinations(), changes);
        }
    }

    private static void compare(
            ServiceKey service,
            Map<DestinationKey, IpvsDestination> had,
            Map<DestinationKey, IpvsDestination> wanted,
            List<IpvsChange> changes) {
        List<IpvsChange> lessening = new ArrayList<>();
        wanted.forEach(
                (key, destination) -> {
                    IpvsDestination old = had.get(key);
                    if (old == null) {
                        changes.add(new IpvsChange.AddDestination(service, destination));
                    } else if (!old.equals(destination)) {
                        boolean less = destination.weight() < old.weight();
                        (less ? lessening : changes)
                                .add(new IpvsChange.EditDestination(service, destination));
                    }
                });
        changes.addAll(lessening);
        for (DestinationKey key : had.keySet()) {
            if (!wanted.containsKey(key)) {
                changes.add(new IpvsChange.DeleteDestination(service, key));
            }
        }
    }
}
