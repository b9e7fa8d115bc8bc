package org.ninelives.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.ipvs.DestinationKey;
import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.ipvs.IpvsChange;
import org.ninelives.api.ipvs.IpvsDestination;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.ipvs.TransportProtocol;
import org.ninelives.api.net.IpAddress;

/**
 * Many virtual servers with as many real servers each, none of them checked.
 *
 * @param services how many virtual servers, 1..65536
 * @param servers how many real servers each of them has
 */
record Farm(int services, int servers) {

    private static final int FIRST_SERVICE = 10 << 24 | 100 << 16;
    private static final int FIRST_SERVER = 10 << 24 | 128 << 16;
    private static final int PORT = 80;
    private static final String SCHEDULER = "wlc";

    ServiceKey service(int number) {
        IpAddress address = IpAddress.ofIpv4(FIRST_SERVICE + number);
        return new ServiceKey.Endpoint(TransportProtocol.TCP, address, PORT);
    }

    private IpAddress server(int service, int number) {
        return IpAddress.ofIpv4(FIRST_SERVER + service * servers + number);
    }

    /**
     * The configuration.
     *
     * @param heavier of how many virtual servers, the first ones, the real servers have weight 2
     *     rather than 1
     */
    String configuration(int heavier) {
        StringBuilder text = new StringBuilder("global_defs {\n    lvs_flush_on_stop\n}\n");
        for (int i = 0; i < services; i++) {
            text.append(
                    """
                    virtual_server %s %d {
                        lvs_sched %s
                        lvs_method DR
                        protocol TCP
                    """
                            .formatted(IpAddress.ofIpv4(FIRST_SERVICE + i), PORT, SCHEDULER));
            int weight = i < heavier ? 2 : 1;
            for (int j = 0; j < servers; j++) {
                text.append("    real_server %s %d {\n".formatted(server(i, j), PORT))
                        .append("        weight %d\n    }\n".formatted(weight));
            }
            text.append("}\n");
        }
        return text.toString();
    }

    /** The same for IPVS itself. */
    List<IpvsChange> changes() {
        List<IpvsChange> changes = new ArrayList<>(services * (servers + 1));
        for (int i = 0; i < services; i++) {
            ServiceKey key = service(i);
            changes.add(
                    new IpvsChange.AddService(
                            new IpvsService(key, SCHEDULER, Set.of(), Optional.empty(), false)));
            for (int j = 0; j < servers; j++) {
                DestinationKey server = new DestinationKey(server(i, j), PORT);
                changes.add(
                        new IpvsChange.AddDestination(
                                key,
                                new IpvsDestination(server, Forwarding.DIRECT_ROUTING, 1, 0, 0)));
            }
        }
        return changes;
    }
}
