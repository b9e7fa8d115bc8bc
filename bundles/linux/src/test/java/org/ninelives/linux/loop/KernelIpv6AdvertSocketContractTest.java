package org.ninelives.linux.loop;

import org.junit.jupiter.api.Tag;
import org.ninelives.api.net.IpAddress;
import org.ninelives.testkit.contract.AdvertSocketContract;
import org.ninelives.testkit.contract.Rig;

@Tag("kernel")
class KernelIpv6AdvertSocketContractTest extends AdvertSocketContract {

    KernelIpv6AdvertSocketContractTest() {
        super(IpAddress.Family.IPV6);
    }

    @Override
    protected Rig rig() throws Exception {
        return new KernelRig();
    }
}
