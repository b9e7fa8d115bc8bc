package org.ninelives.linux.loop;

import org.junit.jupiter.api.Tag;
import org.ninelives.testkit.contract.Rig;
import org.ninelives.testkit.contract.VirtualLinksContract;

@Tag("kernel")
class KernelVirtualLinksContractTest extends VirtualLinksContract {

    @Override
    protected Rig rig() throws Exception {
        return new KernelRig();
    }
}
