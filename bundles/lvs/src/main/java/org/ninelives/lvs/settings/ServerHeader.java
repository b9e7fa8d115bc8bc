package org.ninelives.lvs.settings;

import java.util.OptionalInt;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.grammar.ArgumentType;

/**
 * Where a real server or a sorry server is.
 *
 * @param port 1..65535; empty where none is written, or 0
 */
record ServerHeader(IpAddress address, OptionalInt port) {

    static final ArgumentType<ServerHeader> TYPE =
            ArgumentType.of(
                    "IP [PORT]",
                    arguments -> {
                        IpAddress address = BalancingTypes.address(arguments.take("an address"));
                        OptionalInt port = BalancingTypes.port(arguments);
                        return new ServerHeader(
                                address,
                                port.equals(OptionalInt.of(0)) ? OptionalInt.empty() : port);
                    });

    /** The same with this port. */
    ServerHeader withPort(int number) {
        return new ServerHeader(address, OptionalInt.of(number));
    }
}
