package org.ninelives.testkit;

import org.ninelives.testkit.contract.Rig;
import org.ninelives.testkit.contract.RulesContract;

class FakeRulesContractTest extends RulesContract {

    @Override
    protected Rig rig() {
        return new FakeRig();
    }
}
