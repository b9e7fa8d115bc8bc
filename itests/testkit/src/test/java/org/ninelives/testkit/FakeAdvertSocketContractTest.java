package org.ninelives.testkit;

import org.ninelives.testkit.contract.AdvertSocketContract;
import org.ninelives.testkit.contract.Rig;

class FakeAdvertSocketContractTest extends AdvertSocketContract {

    @Override
    protected Rig rig() {
        return new FakeRig();
    }
}
