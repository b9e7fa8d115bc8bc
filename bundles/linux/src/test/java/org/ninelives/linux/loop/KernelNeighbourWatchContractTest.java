package org.ninelives.linux.loop;

import org.junit.jupiter.api.Tag;
import org.ninelives.testkit.contract.NeighbourWatchContract;
import org.ninelives.testkit.contract.Rig;

@Tag("kernel")
class KernelNeighbourWatchContractTest extends NeighbourWatchContract {

    @Override
    protected Rig rig() throws Exception {
        return new KernelRig();
    }
}
