package org.ninelives.ipvs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.ninelives.api.ipvs.IpvsKernel;
import org.ninelives.api.system.SystemException;
import org.ninelives.testkit.contract.IpvsContract;

/** Skipped, with the reason, where the kernel has no IPVS or the process may not use it. */
@Tag("kernel")
@Tag("ipvs")
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
            skipWithoutIpvs();
            makeNamespace();
        }
        return kernel;
    }

    private void skipWithoutIpvs() {
        try {
            kernel.open(Optional.empty()).close();
        } catch (SystemException e) {
            abort(e.getMessage());
        }
    }

    private void makeNamespace() throws Exception {
        assumeTrue(
                ip("netns add " + NAMESPACE, "").isEmpty(),
                "'ip netns add' is refused (kernel tests need CAP_SYS_ADMIN)");
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
