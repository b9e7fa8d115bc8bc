package org.ninelives.testkit;

import org.ninelives.testkit.contract.LoopContract;
import org.ninelives.testkit.contract.Rig;

class FakeLoopContractTest extends LoopContract {

    @Override
    protected Rig rig() {
        return new FakeRig();
    }
}
