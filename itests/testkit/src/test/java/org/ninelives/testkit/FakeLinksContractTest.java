package org.ninelives.testkit;

import org.ninelives.testkit.contract.LinksContract;
import org.ninelives.testkit.contract.Rig;

class FakeLinksContractTest extends LinksContract {

    @Override
    protected Rig rig() {
        return new FakeRig();
    }
}
