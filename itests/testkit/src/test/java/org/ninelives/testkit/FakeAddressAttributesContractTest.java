package org.ninelives.testkit;

import org.ninelives.testkit.contract.AddressAttributesContract;
import org.ninelives.testkit.contract.Rig;

class FakeAddressAttributesContractTest extends AddressAttributesContract {

    @Override
    protected Rig rig() {
        return new FakeRig();
    }
}
