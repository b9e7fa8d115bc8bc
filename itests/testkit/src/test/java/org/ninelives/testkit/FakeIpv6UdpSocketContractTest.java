package org.ninelives.testkit;

import org.ninelives.api.net.IpAddress;
import org.ninelives.testkit.contract.Rig;
import org.ninelives.testkit.contract.UdpSocketContract;

class FakeIpv6UdpSocketContractTest extends UdpSocketContract {

    FakeIpv6UdpSocketContractTest() {
        super(IpAddress.Family.IPV6);
    }

    @Override
    protected Rig rig() {
        return new FakeRig();
    }
}
