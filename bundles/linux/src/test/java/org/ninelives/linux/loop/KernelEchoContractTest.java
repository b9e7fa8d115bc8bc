package org.ninelives.linux.loop;

import org.junit.jupiter.api.Tag;
import org.ninelives.testkit.contract.EchoContract;
import org.ninelives.testkit.contract.Rig;

@Tag("kernel")
class KernelEchoContractTest extends EchoContract {

    @Override
    protected Rig rig() throws Exception {
        return new KernelRig();
    }
}
