package org.ninelives.lvs.settings;

import java.util.Optional;
import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.ipvs.Forwarding.Checksum;
import org.ninelives.api.ipvs.Forwarding.Method;
import org.ninelives.api.ipvs.Forwarding.Tunnel;
import org.ninelives.api.ipvs.Forwarding.TunnelType;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/** How packets get to a server: the words of {@code lb_kind} and {@code lvs_method}. */
final class ForwardingType implements ArgumentType<Forwarding> {

    @Override
    public Forwarding parse(Arguments arguments) throws InvalidArgumentException {
        String method = arguments.take("one of NAT|DR|TUN");
        return switch (method) {
            case "NAT" -> Forwarding.MASQUERADING;
            case "DR" -> Forwarding.DIRECT_ROUTING;
            case "TUN" -> tunnel(arguments);
            default -> throw new InvalidArgumentException(method + " is none of NAT|DR|TUN");
        };
    }

    private static Forwarding tunnel(Arguments arguments) throws InvalidArgumentException {
        TunnelType type = TunnelType.IPIP;
        int port = 0;
        Checksum checksum = Checksum.NONE;
        while (arguments.hasNext()) {
            String word = arguments.take("type, port or a checksum");
            switch (word) {
                case "type" -> type = tunnelType(arguments.take("one of ipip|gue|gre"));
                case "port" -> port = ArgumentTypes.integer(1, 65535).parse(arguments);
                case "nocsum" -> checksum = Checksum.NONE;
                case "csum" -> checksum = Checksum.FULL;
                case "remcsum" -> checksum = Checksum.REMOTE;
                default ->
                        throw new InvalidArgumentException(
                                word + " is none of type, port, nocsum, csum, remcsum");
            }
        }
        checkTogether(type, port, checksum);
        return type == TunnelType.IPIP
                ? Forwarding.TUNNEL
                : new Forwarding(Method.TUNNEL, Optional.of(new Tunnel(type, port, checksum)));
    }

    private static TunnelType tunnelType(String word) throws InvalidArgumentException {
        return switch (word) {
            case "ipip" -> TunnelType.IPIP;
            case "gue" -> TunnelType.GUE;
            case "gre" -> TunnelType.GRE;
            default -> throw new InvalidArgumentException(word + " is none of ipip|gue|gre");
        };
    }

    private static void checkTogether(TunnelType type, int port, Checksum checksum)
            throws InvalidArgumentException {
        if ((type == TunnelType.GUE) != (port != 0)) {
            throw new InvalidArgumentException(
                    type == TunnelType.GUE
                            ? "a tunnel of type gue needs the port of its receiver: type gue port N"
                            : "only a tunnel of type gue has a port");
        }
        if (type == TunnelType.IPIP && checksum != Checksum.NONE) {
            throw new InvalidArgumentException("a tunnel of type ipip has no checksum");
        }
        if (type == TunnelType.GRE && checksum == Checksum.REMOTE) {
            throw new InvalidArgumentException(
                    "remcsum is for tunnels of type gue; write csum for gre");
        }
    }

    @Override
    public String allowed() {
        return "NAT | DR | TUN [type ipip | type gue port N | type gre] [nocsum|csum|remcsum]";
    }
}
