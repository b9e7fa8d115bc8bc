package org.ninelives.linux.loop;

import org.junit.jupiter.api.Tag;
import org.ninelives.testkit.contract.ProcessWatchContract;
import org.ninelives.testkit.contract.Rig;

@Tag("kernel")
class KernelProcessWatchContractTest extends ProcessWatchContract {

    @Override
    protected Rig rig() throws Exception {
        return new KernelRig();
    }
}
