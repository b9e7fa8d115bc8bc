package org.ninelives.lvs.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ninelives.api.ipvs.DestinationKey;
import org.ninelives.api.ipvs.IpvsChange;
import org.ninelives.api.ipvs.ServiceKey;

/** What others have done to our services in the kernel, as lines for the log. */
final class Drift {

    private Map<ServiceKey, String> told = new HashMap<>();

    /**
     * One line for each service that was changed by others; what is undone again and again is told
     * once.
     *
     * @param mending what puts it right
     */
    List<String> lines(List<IpvsChange> mending) {
        Map<ServiceKey, List<String>> deeds = new LinkedHashMap<>();
        for (IpvsChange change : mending) {
            switch (change) {
                case IpvsChange.AddService add ->
                        add(deeds, add.service().key(), "the service was removed");
                case IpvsChange.EditService edit ->
                        add(deeds, edit.service().key(), "the service was changed");
                case IpvsChange.DeleteService delete ->
                        add(deeds, delete.key(), "the service was added");
                case IpvsChange.AddDestination add ->
                        add(deeds, add.service(), words(add.destination().key(), "removed"));
                case IpvsChange.EditDestination edit ->
                        add(deeds, edit.service(), words(edit.destination().key(), "changed"));
                case IpvsChange.DeleteDestination delete ->
                        add(deeds, delete.service(), words(delete.destination(), "added"));
                case IpvsChange.Flush other -> {}
                case IpvsChange.SetTimeouts other -> {}
                case IpvsChange.StartSync other -> {}
                case IpvsChange.StopSync other -> {}
            }
        }
        Map<ServiceKey, String> now = new LinkedHashMap<>();
        deeds.forEach((key, what) -> now.put(key, String.join(", ", what)));
        List<String> lines = new ArrayList<>();
        now.forEach(
                (key, what) -> {
                    if (!what.equals(told.get(key))) {
                        lines.add(
                                "Somebody else has changed "
                                        + key
                                        + " in the kernel, it is put"
                                        + " right: "
                                        + what);
                    }
                });
        told = now;
        return lines;
    }

    private static void add(Map<ServiceKey, List<String>> deeds, ServiceKey key, String deed) {
        deeds.computeIfAbsent(key, first -> new ArrayList<>()).add(deed);
    }

    private static String words(DestinationKey key, String deed) {
        return "[" + key.address() + "]:" + key.port() + " was " + deed;
    }
}
