package org.ninelives.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.ninelives.api.ipvs.IpvsKernel;
import org.ninelives.ipvs.internal.NetlinkIpvsKernel;
import org.ninelives.testkit.contract.IpvsContract;

/** IPVS of a kernel does what the fake does that other tests are made with. */
@IpvsTest
@Execution(ExecutionMode.SAME_THREAD) // all its tests have one namespace
class KernelIpvsContractTest extends IpvsContract {

    /** A way to everywhere, as a destination has to be reachable. */
    private static final String COMMANDS =
            """
            link set lo up
            link add eth0 type dummy
            address add 10.8.0.9/16 dev eth0
            address add 2001:db8::9/64 dev eth0 nodad
            link set eth0 up
            route add default dev eth0
            """;

    private final NetlinkIpvsKernel kernel = new NetlinkIpvsKernel();
    private boolean made;

    @Override
    protected IpvsKernel kernel() throws Exception {
        if (!made) {
            makeNamespace();
        }
        return kernel;
    }

    private void makeNamespace() throws Exception {
        assertThat(ip("netns add " + NAMESPACE, "")).isEmpty();
        made = true;
        assertThat(ip("-n " + NAMESPACE + " -batch -", COMMANDS)).isEmpty();
    }

    private static String ip(String words, String input) throws Exception {
        Process process =
                new ProcessBuilder(("ip " + words).split(" ", -1))
                        .redirectErrorStream(true)
                        .start();
        try (OutputStream pipe = process.getOutputStream()) {
            pipe.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    @AfterEach
    void removeNamespace() throws Exception {
        if (made) {
            ip("netns delete " + NAMESPACE, "");
        }
    }
}
