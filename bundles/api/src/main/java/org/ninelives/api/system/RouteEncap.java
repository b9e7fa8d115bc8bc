package org.ninelives.api.system;

import java.util.List;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;

/** What packets are wrapped in on their way to a next hop (linux/lwtunnel.h). */
public sealed interface RouteEncap {

    /**
     * An IPv4 tunnel whose device takes its parameters from the route (LWTUNNEL_ENCAP_IP).
     *
     * @param id key of the tunnel, 64 bits; 0 for none
     * @param tos 0..255
     * @param ttl 0..255; 0 for that of the device
     * @param flags TUNNEL_* of linux/if_tunnel.h, 0..65535
     */
    record Ip(
            long id,
            Optional<IpAddress> destination,
            Optional<IpAddress> source,
            int tos,
            int ttl,
            int flags)
            implements RouteEncap {

        public Ip {
            Encaps.check(IpAddress.Family.IPV4, destination, source);
            Unsigned.check("tos", tos, 0, Unsigned.BYTE_MAX);
            Unsigned.check("ttl", ttl, 0, Unsigned.BYTE_MAX);
            Unsigned.check("flags", flags, 0, Unsigned.SHORT_MAX);
        }
    }

    /**
     * An IPv6 tunnel whose device takes its parameters from the route (LWTUNNEL_ENCAP_IP6).
     *
     * @param id key of the tunnel, 64 bits; 0 for none
     * @param trafficClass 0..255
     * @param hopLimit 0..255; 0 for that of the device
     * @param flags TUNNEL_* of linux/if_tunnel.h, 0..65535
     */
    record Ip6(
            long id,
            Optional<IpAddress> destination,
            Optional<IpAddress> source,
            int trafficClass,
            int hopLimit,
            int flags)
            implements RouteEncap {

        public Ip6 {
            Encaps.check(IpAddress.Family.IPV6, destination, source);
            Unsigned.check("tc", trafficClass, 0, Unsigned.BYTE_MAX);
            Unsigned.check("hoplimit", hopLimit, 0, Unsigned.BYTE_MAX);
            Unsigned.check("flags", flags, 0, Unsigned.SHORT_MAX);
        }
    }

    /**
     * MPLS labels (LWTUNNEL_ENCAP_MPLS, RFC 3032).
     *
     * @param labels outermost first, 1..30 of them, each 0..2^20-1
     */
    record Mpls(List<Integer> labels) implements RouteEncap {

        /** MAX_NEW_LABELS of the kernel's net/mpls/internal.h. */
        private static final int LABELS_MAX = 30;

        private static final int LABEL_MAX = (1 << 20) - 1;

        public Mpls {
            labels = List.copyOf(labels);
            Unsigned.check("number of labels", labels.size(), 1, LABELS_MAX);
            labels.forEach(label -> Unsigned.check("label", label, 0, LABEL_MAX));
        }
    }

    /**
     * An identifier-locator address (LWTUNNEL_ENCAP_ILA).
     *
     * @param locator the upper 64 bits of the destination, in network order
     */
    record Ila(long locator) implements RouteEncap {}
}
