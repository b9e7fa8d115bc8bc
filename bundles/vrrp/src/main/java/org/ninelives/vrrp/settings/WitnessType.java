package org.ninelives.vrrp.settings;

import java.util.List;
import java.util.Optional;
import org.ninelives.api.configuration.NetTypes;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/** {@code ADDRESS [timeout SECONDS] [interface IFNAME]}. */
final class WitnessType implements ArgumentType<Witness> {

    static final String HELP =
            "a host that must answer a ping before a claim; an extension of Ninelives";

    private static final long TIMEOUT_DEFAULT_NANOS = 1_000_000_000L;
    private static final List<String> OPTIONS = List.of("timeout", "interface");

    @Override
    public Witness parse(Arguments arguments) throws InvalidArgumentException {
        IpAddress address = CommonTypes.checked(arguments.take("an IP address"), IpAddress::of);
        if (address.isMulticast()) {
            throw new InvalidArgumentException(address + " is not the address of one host");
        }
        long timeoutNanos = TIMEOUT_DEFAULT_NANOS;
        Optional<InterfaceName> interfaceName = Optional.empty();
        while (arguments.peek().filter(OPTIONS::contains).isPresent()) {
            if (arguments.take("an option").equals("timeout")) {
                timeoutNanos = ArgumentTypes.seconds("0.01", "10").parse(arguments);
            } else {
                interfaceName = Optional.of(NetTypes.interfaceName().parse(arguments));
            }
        }
        return new Witness(address, timeoutNanos, interfaceName);
    }

    @Override
    public String allowed() {
        return "ADDRESS [timeout 0.01..10 seconds] [interface IFNAME]";
    }
}
