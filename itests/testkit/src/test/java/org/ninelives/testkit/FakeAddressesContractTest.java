package org.ninelives.testkit;

import org.ninelives.testkit.contract.AddressesContract;
import org.ninelives.testkit.contract.Rig;

class FakeAddressesContractTest extends AddressesContract {

    @Override
    protected Rig rig() {
        return new FakeRig();
    }
}
