package org.ninelives.testkit;

import org.ninelives.testkit.contract.Rig;
import org.ninelives.testkit.contract.VirtualLinksContract;

class FakeVirtualLinksContractTest extends VirtualLinksContract {

    @Override
    protected Rig rig() {
        return new FakeRig();
    }
}
