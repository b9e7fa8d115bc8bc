package org.ninelives.linux.loop;

import org.junit.jupiter.api.Tag;
import org.ninelives.testkit.contract.AddressAttributesContract;
import org.ninelives.testkit.contract.Rig;

@Tag("kernel")
class KernelAddressAttributesContractTest extends AddressAttributesContract {

    @Override
    protected Rig rig() throws Exception {
        return new KernelRig();
    }
}
