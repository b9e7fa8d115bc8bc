package org.ninelives.testkit;

import org.ninelives.testkit.contract.KernelSettingsContract;
import org.ninelives.testkit.contract.Rig;

class FakeKernelSettingsContractTest extends KernelSettingsContract {

    @Override
    protected Rig rig() {
        return new FakeRig();
    }
}
