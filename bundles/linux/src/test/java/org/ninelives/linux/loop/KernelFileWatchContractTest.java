package org.ninelives.linux.loop;

import org.junit.jupiter.api.Tag;
import org.ninelives.testkit.contract.FileWatchContract;
import org.ninelives.testkit.contract.Rig;

@Tag("kernel")
class KernelFileWatchContractTest extends FileWatchContract {

    @Override
    protected Rig rig() throws Exception {
        return new KernelRig();
    }
}
