package org.ninelives.testkit;

import java.nio.ByteBuffer;
import java.util.OptionalInt;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.FirewallState;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.KernelSetting;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.Rule;

/** Something a machine did that others can see, in the order of doing. */
public sealed interface Deed {

    /** When, on the scale of the LAN's clock. */
    long nanos();

    /**
     * A packet of protocol 112 left.
     *
     * @param link name of the interface it left by
     * @param packet IP header included; a fresh view at each call
     */
    record Advert(long nanos, String link, IpAddress destination, ByteBuffer packet)
            implements Deed {

        @Override
        public ByteBuffer packet() {
            return packet.asReadOnlyBuffer();
        }
    }

    /**
     * An Ethernet frame left.
     *
     * @param link name of the interface it left by
     * @param frame Ethernet header included; a fresh view at each call
     */
    record Frame(long nanos, String link, ByteBuffer frame) implements Deed {

        @Override
        public ByteBuffer frame() {
            return frame.asReadOnlyBuffer();
        }
    }

    /**
     * A UDP packet left.
     *
     * @param link name of the interface it left by
     * @param sourcePort the port it was sent from
     * @param hopLimit TTL or hop limit
     * @param payload a fresh view at each call
     */
    record Datagram(
            long nanos,
            String link,
            int sourcePort,
            IpAddress destination,
            int port,
            int hopLimit,
            ByteBuffer payload)
            implements Deed {

        @Override
        public ByteBuffer payload() {
            return payload.asReadOnlyBuffer();
        }
    }

    /** An address was put on its interface. */
    record AddressAdded(long nanos, InterfaceAddress address) implements Deed {}

    /** An address was given other attributes. */
    record AddressReplaced(long nanos, InterfaceAddress address) implements Deed {}

    /** A host was asked whether it answers. */
    record Echo(long nanos, IpAddress target) implements Deed {}

    /** An address was taken off its interface. */
    record AddressRemoved(long nanos, InterfaceAddress address) implements Deed {}

    /** A route was put into its table. */
    record RouteAdded(long nanos, Route route) implements Deed {}

    /** A route was taken out of its table. */
    record RouteRemoved(long nanos, Route route) implements Deed {}

    /** A rule was added. */
    record RuleAdded(long nanos, Rule rule) implements Deed {}

    /** A rule was taken away. */
    record RuleRemoved(long nanos, Rule rule) implements Deed {}

    /**
     * A virtual interface was made.
     *
     * @param link its name
     * @param parent the name of the interface it is on
     */
    record VirtualLinkMade(long nanos, String link, String parent) implements Deed {}

    /** A virtual interface was taken away. */
    record VirtualLinkRemoved(long nanos, String link) implements Deed {}

    /** A setting of the kernel was changed or put back. */
    record SettingChanged(long nanos, KernelSetting setting, int value) implements Deed {}

    /** The packet filter was changed. */
    record FirewallChanged(long nanos, FirewallState state) implements Deed {}

    /**
     * The receive buffer of an advert socket was given another size.
     *
     * @param bytes SO_RCVBUF; the kernel's default when empty
     */
    record ReceiveBufferSet(long nanos, OptionalInt bytes) implements Deed {}
}
