package org.ninelives.linux.loop;

import org.junit.jupiter.api.Tag;
import org.ninelives.testkit.contract.AdvertSocketContract;
import org.ninelives.testkit.contract.Rig;

@Tag("kernel")
class KernelAdvertSocketContractTest extends AdvertSocketContract {

    @Override
    protected Rig rig() throws Exception {
        return new KernelRig();
    }
}
