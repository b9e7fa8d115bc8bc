package org.ninelives.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The kernel that these tests run in. */
@IpvsTest
class KernelTest {
    @Test
    void itIsNotTheMachines() throws Exception {
        assertThat(Path.of("/proc/cpuinfo")).content().contains("User Mode Linux");
    }

    @Test
    void itHasIpvs() throws Exception {
        assertThat(Files.readString(Path.of("/proc/net/ip_vs"))).contains("IP Virtual Server");
    }
}
