package org.ninelives.linux.loop;

import org.junit.jupiter.api.Tag;
import org.ninelives.api.net.IpAddress;
import org.ninelives.testkit.contract.Rig;
import org.ninelives.testkit.contract.UdpSocketContract;

@Tag("kernel")
class KernelIpv4UdpSocketContractTest extends UdpSocketContract {

    KernelIpv4UdpSocketContractTest() {
        super(IpAddress.Family.IPV4);
    }

    @Override
    protected Rig rig() throws Exception {
        return new KernelRig();
    }
}
