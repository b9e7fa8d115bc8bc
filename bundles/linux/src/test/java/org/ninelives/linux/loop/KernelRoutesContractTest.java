package org.ninelives.linux.loop;

import org.junit.jupiter.api.Tag;
import org.ninelives.testkit.contract.Rig;
import org.ninelives.testkit.contract.RoutesContract;

@Tag("kernel")
class KernelRoutesContractTest extends RoutesContract {

    @Override
    protected Rig rig() throws Exception {
        return new KernelRig();
    }
}
