package org.ninelives.testkit;

import org.ninelives.testkit.contract.FileWatchContract;
import org.ninelives.testkit.contract.Rig;

class FakeFileWatchContractTest extends FileWatchContract {

    @Override
    protected Rig rig() {
        return new FakeRig();
    }
}
