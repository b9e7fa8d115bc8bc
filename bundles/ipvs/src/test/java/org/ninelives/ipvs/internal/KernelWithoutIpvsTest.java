package org.ninelives.ipvs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ninelives.api.system.SystemException;

/** On a kernel with IPVS, the contract of IPVS is tested instead, by itests/balancing. */
@Tag("kernel")
class KernelWithoutIpvsTest {

    private final NetlinkIpvsKernel kernel = new NetlinkIpvsKernel();

    @Test
    void theWordsSayThatTheKernelHasNone() {
        assumeThatThrownBy(() -> kernel.open(Optional.empty()).close())
                .as("this kernel has IPVS")
                .isInstanceOf(SystemException.class);
        assertThatThrownBy(() -> kernel.open(Optional.empty()))
                .hasMessage(Refusal.absent().getMessage())
                .isInstanceOfSatisfying(
                        SystemException.class, e -> assertThat(e.errno()).isEqualTo("ENOENT"));
    }

    @Test
    void aNamespaceThatIsNotThereIsNotMistakenForThat() {
        assertThatThrownBy(() -> kernel.open(Optional.of("nl-no-such")))
                .hasMessageStartingWith("network namespace 'nl-no-such'");
    }
}
