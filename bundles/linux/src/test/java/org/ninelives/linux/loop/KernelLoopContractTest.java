package org.ninelives.linux.loop;

import org.junit.jupiter.api.Tag;
import org.ninelives.testkit.contract.LoopContract;
import org.ninelives.testkit.contract.Rig;

@Tag("kernel")
class KernelLoopContractTest extends LoopContract {

    @Override
    protected Rig rig() throws Exception {
        return new KernelRig();
    }
}
