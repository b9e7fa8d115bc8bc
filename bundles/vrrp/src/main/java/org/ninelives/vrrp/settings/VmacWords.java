package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.MacAddress;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/**
 * What stands after {@code use_vmac}.
 *
 * @param interfaces its name, or its name and that of the interface below, or neither
 * @param mac five bytes of its MAC address, before the VRID, or all six; empty for the usual one
 * @param group the number of its interface group
 */
record VmacWords(List<InterfaceName> interfaces, Optional<Mac> mac, OptionalInt group) {

    static final String GROUP = "group";

    private static final String NETLINK = "netlink_notify_msg";
    private static final Pattern MAC =
            Pattern.compile("[0-9a-fA-F]{2}([:-])[0-9a-fA-F]{2}(\\1[0-9a-fA-F]{2}){3,4}");
    private static final int INTERFACES_MAX = 2;

    VmacWords {
        interfaces = List.copyOf(interfaces);
    }

    /** Words in any order, as keepalived takes them. */
    static final class Type implements ArgumentType<VmacWords> {

        @Override
        public VmacWords parse(Arguments arguments) throws InvalidArgumentException {
            List<InterfaceName> interfaces = new ArrayList<>();
            Optional<Mac> mac = Optional.empty();
            OptionalInt group = OptionalInt.empty();
            while (arguments.hasNext()) {
                String word = arguments.take("a word");
                if (word.equals(GROUP)) {
                    group = OptionalInt.of(CommonTypes.count().parse(arguments));
                } else if (word.equals(NETLINK)) {
                    arguments.remark(NETLINK + " is not needed: the kernel tells of it anyway");
                } else if (MAC.matcher(word).matches()) {
                    mac = Optional.of(mac(word));
                } else if (interfaces.size() < INTERFACES_MAX) {
                    interfaces.add(CommonTypes.checked(word, InterfaceName::new));
                } else {
                    throw new InvalidArgumentException(
                            word + " is too much; allowed: " + allowed());
                }
            }
            return new VmacWords(interfaces, mac, group);
        }

        @Override
        public String allowed() {
            return "[[NAME] [BASE_IF]] [MAC of 5 or 6 bytes] [group 0..2147483647]";
        }
    }

    private static Mac mac(String word) throws InvalidArgumentException {
        String digits = word.replaceAll("[:-]", "");
        Mac mac = new Mac(HexFormat.fromHexDigitsToLong(digits), digits.length() == 12);
        if (mac.isMulticast()) {
            throw new InvalidArgumentException(
                    word + " is a multicast address, which no interface can have");
        }
        return mac;
    }

    /**
     * An Ethernet address, or its first five bytes.
     *
     * @param bits the bytes in transmission order
     * @param complete whether they are six
     */
    record Mac(long bits, boolean complete) {

        /**
         * The address of a virtual router; its number is the last byte where that was not given.
         */
        MacAddress of(int virtualRouterId) {
            return new MacAddress(complete ? bits : bits << Byte.SIZE | virtualRouterId);
        }

        private boolean isMulticast() {
            return (of(0).bits() >>> 40 & 1) == 1;
        }
    }
}
