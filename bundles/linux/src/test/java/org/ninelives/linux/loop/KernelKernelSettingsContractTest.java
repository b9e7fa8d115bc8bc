package org.ninelives.linux.loop;

import org.junit.jupiter.api.Tag;
import org.ninelives.testkit.contract.KernelSettingsContract;
import org.ninelives.testkit.contract.Rig;

@Tag("kernel")
class KernelKernelSettingsContractTest extends KernelSettingsContract {

    @Override
    protected Rig rig() throws Exception {
        return new KernelRig();
    }
}
