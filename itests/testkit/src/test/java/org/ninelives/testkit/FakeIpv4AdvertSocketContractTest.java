package org.ninelives.testkit;

import org.ninelives.api.net.IpAddress;
import org.ninelives.testkit.contract.AdvertSocketContract;
import org.ninelives.testkit.contract.Rig;

class FakeIpv4AdvertSocketContractTest extends AdvertSocketContract {

    FakeIpv4AdvertSocketContractTest() {
        super(IpAddress.Family.IPV4);
    }

    @Override
    protected Rig rig() {
        return new FakeRig();
    }
}
