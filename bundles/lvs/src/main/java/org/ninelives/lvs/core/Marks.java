package org.ninelives.lvs.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ninelives.api.ipvs.FwmarkRule;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.ipvs.TransportProtocol;
import org.ninelives.lvs.settings.VirtualServerSettings;

/**
 * Serves groups of addresses by marks: one service of a mark takes what is sent to any address of a
 * group, however many there are. A group keeps its mark as long as it is there.
 */
public final class Marks {

    private Map<Group, Long> assigned = Map.of();

    private record Group(String name, TransportProtocol protocol) {}

    /**
     * Virtual servers, those with a group by marks.
     *
     * @param rules what sets the marks
     */
    public record Marked(List<VirtualServerSettings> servers, List<FwmarkRule> rules) {}

    /**
     * Gives marks to groups.
     *
     * @param first the lowest mark to give
     */
    public Marked mark(long first, List<VirtualServerSettings> servers) {
        Map<Group, Long> before = assigned;
        assigned = new HashMap<>();
        Set<Long> taken = takenByOthers(servers);
        List<Group> groups = groups(servers);
        for (Group group : groups) {
            Long mark = before.get(group);
            if (mark != null && mark >= first && taken.add(mark)) {
                assigned.put(group, mark);
            }
        }
        long next = first;
        for (Group group : groups) {
            if (!assigned.containsKey(group)) {
                while (!taken.add(next)) {
                    next++;
                }
                assigned.put(group, next);
            }
        }
        List<FwmarkRule> rules = new ArrayList<>();
        return new Marked(servers.stream().map(each -> mark(each, rules)).toList(), rules);
    }

    private static Set<Long> takenByOthers(List<VirtualServerSettings> servers) {
        Set<Long> taken = new HashSet<>();
        for (VirtualServerSettings server : servers) {
            for (IpvsService service : server.services()) {
                if (service.key() instanceof ServiceKey.Mark mark) {
                    taken.add(mark.mark());
                }
            }
        }
        return taken;
    }

    private static List<Group> groups(List<VirtualServerSettings> servers) {
        List<Group> groups = new ArrayList<>();
        for (VirtualServerSettings server : servers) {
            server.services().stream()
                    .filter(service -> server.group().isPresent())
                    .map(IpvsService::key)
                    .filter(ServiceKey.Endpoint.class::isInstance)
                    .map(key -> new Group(server.group().orElseThrow(), protocol(key)))
                    .distinct()
                    .forEach(groups::add);
        }
        return groups;
    }

    private static TransportProtocol protocol(ServiceKey key) {
        return ((ServiceKey.Endpoint) key).protocol();
    }

    private VirtualServerSettings mark(VirtualServerSettings server, List<FwmarkRule> rules) {
        if (server.group().isEmpty()) {
            return server;
        }
        Map<ServiceKey, IpvsService> services = new LinkedHashMap<>();
        for (IpvsService service : server.services()) {
            ServiceKey key =
                    switch (service.key()) {
                        case ServiceKey.Mark own -> own;
                        case ServiceKey.Endpoint endpoint -> {
                            Group group = new Group(server.group().get(), endpoint.protocol());
                            long mark = assigned.get(group);
                            rules.add(rule(endpoint, mark));
                            yield new ServiceKey.Mark(endpoint.family(), mark);
                        }
                    };
            services.putIfAbsent(key, withKey(service, key));
        }
        return server.withServices(List.copyOf(services.values()));
    }

    private static FwmarkRule rule(ServiceKey.Endpoint endpoint, long mark) {
        return new FwmarkRule(
                endpoint.protocol(), endpoint.address(), endpoint.address(), endpoint.port(), mark);
    }

    private static IpvsService withKey(IpvsService service, ServiceKey key) {
        return new IpvsService(
                key,
                service.scheduler(),
                service.flags(),
                service.persistence(),
                service.onePacket());
    }
}
