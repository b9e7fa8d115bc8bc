package org.ninelives.testkit;

import org.ninelives.api.net.IpAddress;
import org.ninelives.testkit.contract.Rig;
import org.ninelives.testkit.contract.UdpSocketContract;

class FakeIpv4UdpSocketContractTest extends UdpSocketContract {

    FakeIpv4UdpSocketContractTest() {
        super(IpAddress.Family.IPV4);
    }

    @Override
    protected Rig rig() {
        return new FakeRig();
    }
}
