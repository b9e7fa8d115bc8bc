package org.ninelives.testkit;

import java.util.List;
import java.util.function.Function;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.Connections;
import org.ninelives.testkit.contract.NetworkHand;
import org.ninelives.testkit.contract.NetworksContract;
import org.ninelives.testkit.network.FakeNetworks;
import org.ninelives.testkit.network.Server;

class FakeNetworksContractTest extends NetworksContract {

    private final FakeNetworks networks = new FakeNetworks();

    @Override
    protected Connections open() {
        return networks;
    }

    @Override
    protected NetworkHand hand() {
        networks.host("10.0.0.1");
        networks.silence("10.0.0.2");
        networks.disown("10.0.0.99");
        return new NetworkHand() {
            @Override
            public ConnectTarget serve(Server server) {
                networks.serve("10.0.0.1", 80, server);
                return target("10.0.0.1", 80);
            }

            @Override
            public ConnectTarget answer(Function<byte[], List<byte[]>> answers) {
                networks.answer("10.0.0.1", 53, answers);
                return target("10.0.0.1", 53);
            }

            @Override
            public ConnectTarget refused() {
                return target("10.0.0.1", 81);
            }

            @Override
            public ConnectTarget silent() {
                return target("10.0.0.2", 80);
            }

            @Override
            public ConnectTarget unreachable() {
                return target("192.0.2.1", 80);
            }

            @Override
            public String foreignAddress() {
                return "10.0.0.99";
            }
        };
    }

    private static ConnectTarget target(String address, int port) {
        return ConnectTarget.of(IpAddress.of(address), port);
    }
}
