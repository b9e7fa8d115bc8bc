package org.ninelives.api.ipvs;

import java.util.Optional;

/**
 * How packets get to a destination.
 *
 * @param tunnel of {@link Method#TUNNEL} only; empty for plain IP in IP
 */
public record Forwarding(Method method, Optional<Tunnel> tunnel) {

    /** Addresses are translated. */
    public static final Forwarding MASQUERADING =
            new Forwarding(Method.MASQUERADING, Optional.empty());

    /** Frames are sent on with another destination MAC. */
    public static final Forwarding DIRECT_ROUTING =
            new Forwarding(Method.DIRECT_ROUTING, Optional.empty());

    /** Packets are packed into IP packets. */
    public static final Forwarding TUNNEL = new Forwarding(Method.TUNNEL, Optional.empty());

    /** The ways, as ipvsadm(8) calls them. */
    public enum Method {
        /** {@code NAT}. */
        MASQUERADING,
        /** {@code DR}. */
        DIRECT_ROUTING,
        /** {@code TUN}. */
        TUNNEL,
        /** The destination is this host; only the kernel chooses it. */
        LOCAL_NODE,
        /** Not through IPVS; only in connections received from another director. */
        BYPASS
    }

    /** What packets are packed into. */
    public enum TunnelType {
        IPIP,
        GUE,
        GRE
    }

    /** How packets are protected in GUE and GRE. */
    public enum Checksum {
        NONE,
        FULL,
        /** Remote checksum offload; GUE only. */
        REMOTE
    }

    /**
     * A tunnel.
     *
     * @param port of the receiver, 1..65535; GUE only, otherwise 0
     */
    public record Tunnel(TunnelType type, int port, Checksum checksum) {}
}
