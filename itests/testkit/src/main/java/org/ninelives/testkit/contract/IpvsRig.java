package org.ninelives.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.ninelives.api.ipvs.DestinationKey;
import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.ipvs.Ipvs;
import org.ninelives.api.ipvs.IpvsChange;
import org.ninelives.api.ipvs.IpvsDestination;
import org.ninelives.api.ipvs.IpvsKernel;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.ipvs.TransportProtocol;
import org.ninelives.api.net.IpAddress;

/** A kernel with IPVS, and what its contract says often. */
public abstract class IpvsRig {

    /** A network namespace of the rig where nothing is balanced, with an interface eth0. */
    protected static final String NAMESPACE = "nl-ipvs-" + ProcessHandle.current().pid();

    Ipvs ipvs;

    /** A kernel with IPVS, and with a fresh {@link #NAMESPACE}. */
    protected abstract IpvsKernel kernel() throws Exception;

    @BeforeEach
    void open() throws Exception {
        ipvs = kernel().open(Optional.of(NAMESPACE));
    }

    @AfterEach
    void close() throws Exception {
        if (ipvs != null) {
            ipvs.close();
            ipvs.close();
        }
    }

    static ServiceKey endpoint(TransportProtocol protocol, String address, int port) {
        return new ServiceKey.Endpoint(protocol, IpAddress.of(address), port);
    }

    static IpvsService service(ServiceKey key) {
        return new IpvsService(key, "wlc", Set.of(), Optional.empty(), false);
    }

    static IpvsDestination destination(String address, int port, int weight) {
        return destination(address, port, weight, Forwarding.DIRECT_ROUTING);
    }

    static IpvsDestination destination(
            String address, int port, int weight, Forwarding forwarding) {
        DestinationKey key = new DestinationKey(IpAddress.of(address), port);
        return new IpvsDestination(key, forwarding, weight, 0, 0);
    }

    List<String> errors(IpvsChange... changes) throws Exception {
        return ipvs.apply(List.of(changes)).stream().map(f -> f.cause().errno()).toList();
    }

    void make(IpvsChange... changes) throws Exception {
        assertThat(ipvs.apply(List.of(changes))).isEmpty();
    }
}
