package org.ninelives.testkit;

import org.ninelives.testkit.contract.NeighbourWatchContract;
import org.ninelives.testkit.contract.Rig;

class FakeNeighbourWatchContractTest extends NeighbourWatchContract {

    @Override
    protected Rig rig() {
        return new FakeRig();
    }
}
