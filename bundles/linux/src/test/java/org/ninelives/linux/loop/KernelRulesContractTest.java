package org.ninelives.linux.loop;

import org.junit.jupiter.api.Tag;
import org.ninelives.testkit.contract.Rig;
import org.ninelives.testkit.contract.RulesContract;

@Tag("kernel")
class KernelRulesContractTest extends RulesContract {

    @Override
    protected Rig rig() throws Exception {
        return new KernelRig();
    }
}
