package org.ninelives.linux.virtual;

import org.ninelives.linux.netlink.AttributeReader;
import org.ninelives.linux.netlink.NetlinkFormatException;

/**
 * What IFLA_LINKINFO says of an interface.
 *
 * @param name of its kind, such as {@code macvlan}; empty for a real one
 * @param mode of a macvlan or ipvlan
 * @param flags of an ipvlan
 */
record KindDetails(String name, int mode, int flags) {

    static final KindDetails NONE = new KindDetails("", 0, 0);

    /** The kernel tells the name before the details. */
    static KindDetails read(AttributeReader attributes) throws NetlinkFormatException {
        KindDetails details = NONE;
        while (attributes.next()) {
            switch (attributes.type()) {
                case LinkAttributes.IFLA_INFO_KIND ->
                        details = new KindDetails(attributes.asText(), 0, 0);
                case LinkAttributes.IFLA_INFO_DATA ->
                        details = details.withData(attributes.nested());
                default -> {} // Statistics, and those of the master.
            }
        }
        return details;
    }

    private KindDetails withData(AttributeReader data) throws NetlinkFormatException {
        return switch (name) {
            case "macvlan" -> macvlan(data);
            case "ipvlan" -> ipvlan(data);
            default -> this;
        };
    }

    private static KindDetails macvlan(AttributeReader data) throws NetlinkFormatException {
        int mode = 0;
        while (data.next()) {
            if (data.type() == LinkAttributes.IFLA_MACVLAN_MODE) {
                mode = data.asInt();
            }
        }
        return new KindDetails("macvlan", mode, 0);
    }

    private static KindDetails ipvlan(AttributeReader data) throws NetlinkFormatException {
        int mode = 0;
        int flags = 0;
        while (data.next()) {
            switch (data.type()) {
                case LinkAttributes.IFLA_IPVLAN_MODE -> mode = data.asShort();
                case LinkAttributes.IFLA_IPVLAN_FLAGS -> flags = data.asShort();
                default -> {} // None else today.
            }
        }
        return new KindDetails("ipvlan", mode, flags);
    }
}
