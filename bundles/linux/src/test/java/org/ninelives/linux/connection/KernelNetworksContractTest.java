package org.ninelives.linux.connection;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.ninelives.api.system.Connections;
import org.ninelives.testkit.contract.NetworkHand;
import org.ninelives.testkit.contract.NetworksContract;

@Tag("kernel")
class KernelNetworksContractTest extends NetworksContract {

    private TwoHosts hosts;

    @Override
    protected NetworkHand hand() throws Exception {
        hosts = new TwoHosts();
        return hosts;
    }

    @Override
    protected Connections open() throws Exception {
        return new LinuxNetworks().open(hosts.name());
    }

    @AfterEach
    void removeHosts() throws Exception {
        if (hosts != null) {
            hosts.close();
        }
    }
}
