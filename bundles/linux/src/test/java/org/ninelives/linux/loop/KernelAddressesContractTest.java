package org.ninelives.linux.loop;

import org.junit.jupiter.api.Tag;
import org.ninelives.testkit.contract.AddressesContract;
import org.ninelives.testkit.contract.Rig;

@Tag("kernel")
class KernelAddressesContractTest extends AddressesContract {

    @Override
    protected Rig rig() throws Exception {
        return new KernelRig();
    }
}
