package org.ninelives.testkit;

import org.ninelives.testkit.contract.ProcessWatchContract;
import org.ninelives.testkit.contract.Rig;

class FakeProcessWatchContractTest extends ProcessWatchContract {

    @Override
    protected Rig rig() {
        return new FakeRig();
    }
}
