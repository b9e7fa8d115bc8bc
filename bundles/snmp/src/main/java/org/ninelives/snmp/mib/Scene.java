package org.ninelives.snmp.mib;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.management.InterfaceMXBean;
import org.ninelives.api.management.InterfaceStatus;
import org.ninelives.api.management.ScriptDetails;
import org.ninelives.api.management.ScriptTrackerMXBean;
import org.ninelives.api.management.TrackerStatus;
import org.ninelives.api.management.VrrpInstanceDetails;
import org.ninelives.api.management.VrrpInstanceMXBean;
import org.ninelives.api.management.VrrpInstanceStatus;
import org.ninelives.api.management.VrrpMXBean;
import org.ninelives.api.management.VrrpSyncGroupDetails;
import org.ninelives.api.management.VrrpSyncGroupMXBean;
import org.ninelives.api.management.VrrpSyncGroupStatus;
import org.ninelives.snmp.wire.Value;

/**
 * All that concerns VRRP at one moment, in the order of the configuration.
 *
 * @param unknownVrids adverts whose VRID no virtual router has
 * @param links by their names
 */
record Scene(
        List<Router> routers,
        List<Group> groups,
        List<Script> scripts,
        long unknownVrids,
        Map<String, InterfaceStatus> links) {

    /** A sync group. */
    record Group(VrrpSyncGroupStatus status, VrrpSyncGroupDetails details) {}

    /** A script that is tracked. */
    record Script(TrackerStatus status, ScriptDetails details) {}

    static Scene of(Beans beans) {
        Map<String, InterfaceStatus> links = links(beans);
        return new Scene(
                beans.all(VrrpInstanceMXBean.class).stream()
                        .map(bean -> router(bean, links))
                        .filter(router -> router.details().place() > 0)
                        .sorted(Comparator.comparingInt(router -> router.details().place()))
                        .toList(),
                beans.all(VrrpSyncGroupMXBean.class).stream()
                        .map(bean -> new Group(bean.getStatus(), bean.getDetails()))
                        .filter(group -> group.details().place() > 0)
                        .sorted(Comparator.comparingInt(group -> group.details().place()))
                        .toList(),
                beans.all(ScriptTrackerMXBean.class).stream()
                        .map(bean -> new Script(bean.getStatus(), bean.getDetails()))
                        .filter(script -> script.details().place() > 0)
                        .sorted(Comparator.comparingInt(script -> script.details().place()))
                        .toList(),
                beans.all(VrrpMXBean.class).stream()
                        .mapToLong(VrrpMXBean::getUnknownVirtualRouterIds)
                        .sum(),
                links);
    }

    /** One virtual router alone, by its name. */
    static Optional<Router> router(Beans beans, String name) {
        return beans.all(VrrpInstanceMXBean.class).stream()
                .filter(bean -> bean.getStatus().name().equals(name))
                .findFirst()
                .map(bean -> router(bean, links(beans)));
    }

    private static Map<String, InterfaceStatus> links(Beans beans) {
        Map<String, InterfaceStatus> links = new HashMap<>();
        for (InterfaceMXBean link : beans.all(InterfaceMXBean.class)) {
            InterfaceStatus status = link.getStatus();
            links.put(status.name(), status);
        }
        return links;
    }

    private static Router router(VrrpInstanceMXBean bean, Map<String, InterfaceStatus> links) {
        VrrpInstanceStatus status = bean.getStatus();
        VrrpInstanceDetails details = bean.getDetails();
        return new Router(
                bean,
                status,
                details,
                bean.getCounters(),
                bean.getRefusedAdverts(),
                Optional.ofNullable(links.get(details.runningInterface()))
                        .or(() -> Optional.ofNullable(links.get(status.interfaceName()))));
    }

    /** The index of an interface where it is known. */
    Optional<Value> index(String name) {
        return Optional.ofNullable(links.get(name))
                .map(InterfaceStatus::index)
                .filter(index -> index > 0)
                .map(Value::number);
    }

    int linkIndex(String name) {
        return Optional.ofNullable(links.get(name)).map(InterfaceStatus::index).orElse(0);
    }
}
