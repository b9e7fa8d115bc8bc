package org.ninelives.testkit;

import org.ninelives.testkit.contract.EchoContract;
import org.ninelives.testkit.contract.Rig;

class FakeEchoContractTest extends EchoContract {

    @Override
    protected Rig rig() {
        return new FakeRig();
    }
}
