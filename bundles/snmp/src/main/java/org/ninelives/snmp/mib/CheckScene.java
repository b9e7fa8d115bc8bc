package org.ninelives.snmp.mib;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.management.IpvsDetails;
import org.ninelives.api.management.IpvsMXBean;
import org.ninelives.api.management.RealServerDetails;
import org.ninelives.api.management.RealServerMXBean;
import org.ninelives.api.management.RealServerStatus;
import org.ninelives.api.management.VirtualServerDetails;
import org.ninelives.api.management.VirtualServerMXBean;
import org.ninelives.api.management.VirtualServerStatus;

/**
 * All that concerns load balancing at one moment, in the order of the configuration.
 *
 * @param ipvs empty where nothing is balanced
 */
record CheckScene(Optional<IpvsDetails> ipvs, List<Virtual> virtualServers) {

    /** A virtual server with its real servers. */
    record Virtual(
            VirtualServerMXBean bean,
            VirtualServerStatus status,
            VirtualServerDetails details,
            List<Real> realServers) {}

    /** A real server. */
    record Real(RealServerMXBean bean, RealServerStatus status, RealServerDetails details) {}

    static CheckScene of(Beans beans) {
        Optional<IpvsDetails> ipvs =
                beans.all(IpvsMXBean.class).stream().map(IpvsMXBean::getDetails).findFirst();
        Map<String, VirtualServerMXBean> virtual = new HashMap<>();
        for (VirtualServerMXBean bean : beans.all(VirtualServerMXBean.class)) {
            virtual.put(bean.getStatus().name(), bean);
        }
        Map<String, Map<String, Real>> real = new HashMap<>();
        for (RealServerMXBean bean : beans.all(RealServerMXBean.class)) {
            RealServerStatus status = bean.getStatus();
            real.computeIfAbsent(status.virtualServer(), any -> new HashMap<>())
                    .put(status.name(), new Real(bean, status, bean.getDetails()));
        }
        List<Virtual> servers = new ArrayList<>();
        for (String name : ipvs.map(IpvsDetails::virtualServers).orElse(List.of())) {
            if (virtual.containsKey(name)) {
                servers.add(virtual(virtual.get(name), real.getOrDefault(name, Map.of())));
            }
        }
        return new CheckScene(ipvs, servers);
    }

    private static Virtual virtual(VirtualServerMXBean bean, Map<String, Real> real) {
        VirtualServerStatus status = bean.getStatus();
        return new Virtual(
                bean,
                status,
                bean.getDetails(),
                status.realServers().stream()
                        .flatMap(name -> Optional.ofNullable(real.get(name)).stream())
                        .toList());
    }

    /** One virtual server without its real servers, by its name. */
    static Optional<Virtual> virtual(Beans beans, String name) {
        return beans.all(VirtualServerMXBean.class).stream()
                .filter(bean -> bean.getStatus().name().equals(name))
                .findFirst()
                .map(bean -> new Virtual(bean, bean.getStatus(), bean.getDetails(), List.of()))
                .filter(virtual -> !virtual.details().scheduler().isEmpty());
    }

    /** What one real server is, by the names of its virtual server and its own. */
    static Optional<RealServerDetails> real(Beans beans, String virtual, String name) {
        return beans.all(RealServerMXBean.class).stream()
                .filter(bean -> isOf(bean.getStatus(), virtual, name))
                .findFirst()
                .map(RealServerMXBean::getDetails)
                .filter(details -> !details.address().isEmpty());
    }

    private static boolean isOf(RealServerStatus status, String virtual, String name) {
        return status.name().equals(name) && status.virtualServer().equals(virtual);
    }
}
