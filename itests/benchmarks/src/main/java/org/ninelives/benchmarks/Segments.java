package org.ninelives.benchmarks;

import org.ninelives.demo.lab.Cleanup;
import org.ninelives.demo.lab.Ip;
import org.ninelives.demo.lab.NetworkNamespace;

/**
 * Two nodes joined by a number of cables, as many as it takes to give thousands of virtual routers
 * a VRID each. What one node sends is seen on the interfaces of the other.
 */
final class Segments {

    private static final int NODE_A = 1;
    private static final int NODE_B = 2;

    private final NetworkNamespace a;
    private final NetworkNamespace b;

    /** Makes the nodes; their interfaces are {@code v0}, {@code v1} and so on. */
    Segments(String prefix, int cables, Cleanup cleanup) {
        a = NetworkNamespace.create(prefix + "-a", cleanup);
        b = NetworkNamespace.create(prefix + "-b", cleanup);
        for (int cable = 0; cable < cables; cable++) {
            Ip.run(
                    "-n %s link add v%d type veth peer name v%d netns %s"
                            .formatted(a.name(), cable, cable, b.name()));
            plug(a, cable, NODE_A);
            plug(b, cable, NODE_B);
        }
    }

    private static void plug(NetworkNamespace node, int cable, int host) {
        Ip.run(
                "-n %s addr add %s/16 dev v%d"
                        .formatted(node.name(), Crowd.address(cable, 0, host), cable));
        Ip.run("-n %s link set v%d up".formatted(node.name(), cable));
    }

    NetworkNamespace a() {
        return a;
    }

    NetworkNamespace b() {
        return b;
    }

    /** Whether the first node sent this packet. */
    static boolean isFromA(int sourceAddress) {
        return (sourceAddress & 0xff) == NODE_A;
    }

    /** Removes both nodes. */
    void remove() {
        Ip.run("netns del " + a.name());
        Ip.run("netns del " + b.name());
    }
}
