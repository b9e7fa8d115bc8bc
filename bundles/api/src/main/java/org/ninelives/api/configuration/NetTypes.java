package org.ninelives.api.configuration;

import static org.ninelives.config.grammar.ArgumentTypes.word;

import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.grammar.ArgumentType;

/** The argument types of keywords that are about the network. */
public final class NetTypes {

    private static final long UNSIGNED_MAX = 0xffff_ffffL;

    private NetTypes() {}

    public static ArgumentType<IpAddress> address() {
        return word("an IP address").map(IpAddress::of);
    }

    public static ArgumentType<InterfaceName> interfaceName() {
        return word("an interface name").map(InterfaceName::new);
    }

    public static ArgumentType<IpAddress> multicastGroup() {
        return word("a multicast address")
                .map(
                        text -> {
                            IpAddress address = IpAddress.of(text);
                            if (!address.isMulticast()) {
                                throw new IllegalArgumentException(
                                        text
                                                + " is not a multicast address (224.0.0.0/4 or"
                                                + " ff00::/8)");
                            }
                            return address;
                        });
    }

    /** A whole number from {@code min} to 2^32-1. */
    public static ArgumentType<Long> unsigned(long min) {
        String allowed = min + ".." + UNSIGNED_MAX;
        return word("a number in " + allowed)
                .map(
                        text -> {
                            if (!text.matches("[0-9]{1,19}")) {
                                throw new IllegalArgumentException(
                                        text + " is not a whole number in " + allowed);
                            }
                            long value = Long.parseUnsignedLong(text);
                            if (value < min || value > UNSIGNED_MAX) {
                                throw new IllegalArgumentException(text + " is not in " + allowed);
                            }
                            return value;
                        });
    }
}
