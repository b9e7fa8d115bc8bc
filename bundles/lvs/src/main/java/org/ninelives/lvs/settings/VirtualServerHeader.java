package org.ninelives.lvs.settings;

import org.ninelives.api.net.IpAddress;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/** Which packets a {@code virtual_server} takes: the words before its brace. */
sealed interface VirtualServerHeader {

    ArgumentType<VirtualServerHeader> TYPE = new Type();

    /**
     * Those to an address.
     *
     * @param port 0..65535; 0 for all
     */
    record Endpoint(IpAddress address, int port) implements VirtualServerHeader {}

    /** Those with a mark of the firewall, 1..2^32-1. */
    record Mark(long mark) implements VirtualServerHeader {}

    /** Those to what a {@code virtual_server_group} lists. */
    record Group(String name) implements VirtualServerHeader {}

    /** Reads the words. */
    final class Type implements ArgumentType<VirtualServerHeader> {

        private Type() {}

        @Override
        public VirtualServerHeader parse(Arguments arguments) throws InvalidArgumentException {
            String first = arguments.take("an address, fwmark or group");
            return switch (first) {
                case "fwmark" -> new Mark(BalancingTypes.mark(arguments));
                case "group" -> new Group(arguments.take("the name of a virtual_server_group"));
                default ->
                        new Endpoint(
                                BalancingTypes.address(first),
                                BalancingTypes.port(arguments).orElse(0));
            };
        }

        @Override
        public String allowed() {
            return "IP [PORT] | fwmark N | group NAME";
        }
    }
}
