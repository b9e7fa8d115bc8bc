package org.ninelives.testkit;

import org.ninelives.api.ipvs.IpvsKernel;
import org.ninelives.testkit.contract.IpvsContract;

class FakeIpvsContractTest extends IpvsContract {

    private final FakeIpvs kernel = new FakeIpvs();

    @Override
    protected IpvsKernel kernel() {
        kernel.addNamespace(NAMESPACE);
        kernel.without("eth9");
        return kernel;
    }
}
