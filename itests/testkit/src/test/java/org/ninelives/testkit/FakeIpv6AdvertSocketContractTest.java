package org.ninelives.testkit;

import org.ninelives.api.net.IpAddress;
import org.ninelives.testkit.contract.AdvertSocketContract;
import org.ninelives.testkit.contract.Rig;

class FakeIpv6AdvertSocketContractTest extends AdvertSocketContract {

    FakeIpv6AdvertSocketContractTest() {
        super(IpAddress.Family.IPV6);
    }

    @Override
    protected Rig rig() {
        return new FakeRig();
    }
}
