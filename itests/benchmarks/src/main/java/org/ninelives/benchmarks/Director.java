package org.ninelives.benchmarks;

import java.time.Duration;
import java.util.Optional;
import org.ninelives.api.ipvs.Ipvs;
import org.ninelives.api.ipvs.IpvsKernel;
import org.ninelives.api.ipvs.ServiceEntry;
import org.ninelives.api.system.SystemException;
import org.ninelives.demo.lab.Cleanup;
import org.ninelives.demo.lab.Ip;
import org.ninelives.demo.lab.NetworkNamespace;

/** A node with IPVS, and a look into that; gone when closed. */
final class Director implements AutoCloseable {

    /** Each look takes processor time from who is looked at. */
    private static final long LOOK_MILLIS = 10;

    private static int made;

    private final Farm farm;
    private final NetworkNamespace node;
    private final Ipvs ipvs;

    Director(Farm farm, IpvsKernel kernel, Cleanup cleanup) throws SystemException {
        this.farm = farm;
        String name = "ninelives-%d-%d".formatted(ProcessHandle.current().pid(), ++made);
        node = NetworkNamespace.create(name, cleanup);
        Ip.run("-n %s link set lo up".formatted(name));
        Ip.run("-n %s link add v0 type dummy".formatted(name));
        Ip.run("-n %s addr add 10.0.0.1/8 dev v0".formatted(name));
        Ip.run("-n %s link set v0 up".formatted(name));
        ipvs = kernel.open(Optional.of(name));
    }

    NetworkNamespace node() {
        return node;
    }

    Ipvs ipvs() {
        return ipvs;
    }

    /** Waits until the first virtual server is there. */
    long awaitFirst(Duration timeout) throws Exception {
        long end = System.nanoTime() + timeout.toNanos();
        while (ipvs.service(farm.service(0)).isEmpty()) {
            pause("the first virtual server", end);
        }
        return Wire.nowNanos();
    }

    /**
     * Waits until the first virtual servers have all their real servers with this weight. Asks for
     * each until it has, and never again.
     */
    long awaitWeight(int services, int weight, Duration timeout) throws Exception {
        long end = System.nanoTime() + timeout.toNanos();
        int next = 0;
        while (next < services) {
            if (isComplete(ipvs.service(farm.service(next)), weight)) {
                next++;
            } else {
                pause("virtual server " + next + " with all its real servers", end);
            }
        }
        return Wire.nowNanos();
    }

    private boolean isComplete(Optional<ServiceEntry> service, int weight) {
        return service.stream()
                        .flatMap(entry -> entry.destinations().stream())
                        .filter(entry -> entry.destination().weight() == weight)
                        .count()
                == farm.servers();
    }

    /** Waits until nothing is balanced any more. */
    long awaitNothing(Duration timeout) throws Exception {
        long end = System.nanoTime() + timeout.toNanos();
        while (ipvs.service(farm.service(0)).isPresent()
                || ipvs.service(farm.service(farm.services() - 1)).isPresent()
                || !ipvs.services().isEmpty()) {
            pause("an empty table", end);
        }
        return Wire.nowNanos();
    }

    private static void pause(String what, long end) throws Exception {
        if (System.nanoTime() > end) {
            throw new NotSeenException("not seen in time: " + what);
        }
        Thread.sleep(LOOK_MILLIS);
    }

    @Override
    public void close() {
        ipvs.close();
        Ip.run("netns del " + node.name());
    }
}
