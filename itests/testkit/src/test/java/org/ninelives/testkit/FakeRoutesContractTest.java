package org.ninelives.testkit;

import org.ninelives.testkit.contract.Rig;
import org.ninelives.testkit.contract.RoutesContract;

class FakeRoutesContractTest extends RoutesContract {

    @Override
    protected Rig rig() {
        return new FakeRig();
    }
}
