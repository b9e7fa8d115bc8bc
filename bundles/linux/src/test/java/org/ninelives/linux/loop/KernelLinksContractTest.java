package org.ninelives.linux.loop;

import org.junit.jupiter.api.Tag;
import org.ninelives.testkit.contract.LinksContract;
import org.ninelives.testkit.contract.Rig;

@Tag("kernel")
class KernelLinksContractTest extends LinksContract {

    @Override
    protected Rig rig() throws Exception {
        return new KernelRig();
    }
}
