package org.ninelives.lvs.settings;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.ipvs.TransportProtocol;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.Values;

/**
 * How the virtual servers of one configuration are called. Several can share a group, one for each
 * protocol; they are numbered as they come.
 */
final class VirtualServerNames {

    private final RealServerGrammar grammar;

    /** How many virtual servers of a group there were so far. */
    private final Map<String, Integer> groups = new HashMap<>();

    VirtualServerNames(RealServerGrammar grammar) {
        this.grammar = grammar;
    }

    /**
     * The names of one.
     *
     * @param log as logs and FIFOs call it
     * @param tracker as {@code track_virtual_server} calls it
     */
    record Names(String log, String tracker) {}

    /** The names of the next one; to be asked for all, in the order of the configuration. */
    Names next(Block<VirtualServerHeader> block) {
        return switch (block.header()) {
            case VirtualServerHeader.Endpoint(IpAddress address, int port) -> {
                TransportProtocol protocol = protocol(block.values());
                yield new Names(
                        new ServiceKey.Endpoint(protocol, address, port).toString(),
                        host(address)
                                + ":"
                                + port
                                + (protocol == TransportProtocol.TCP ? "" : "/" + word(protocol)));
            }
            case VirtualServerHeader.Mark(long mark) -> {
                IpAddress.Family family = familyOfMark(grammar, block.values());
                yield new Names(
                        new ServiceKey.Mark(family, mark).toString(),
                        "fwmark:" + mark + (family == IpAddress.Family.IPV4 ? "" : "/inet6"));
            }
            case VirtualServerHeader.Group(String name) -> {
                int earlier = groups.merge(name, 1, Integer::sum) - 1;
                yield new Names(
                        "[" + name + "]:" + earlier,
                        earlier == 0 ? name : name + "/" + word(protocol(block.values())));
            }
        };
    }

    /** The protocol of a virtual server of addresses: UDP where none is written, as ever. */
    static TransportProtocol protocol(Values values) {
        return values.get(SchedulerGrammar.PROTOCOL).orElse(TransportProtocol.UDP);
    }

    /** What {@code ip_family} says, or else the first address in the block. */
    static IpAddress.Family familyOfMark(RealServerGrammar grammar, Values values) {
        return values.get(SchedulerGrammar.IP_FAMILY)
                .or(
                        () ->
                                values.get(grammar.realServer()).stream()
                                        .findFirst()
                                        .map(Block::header)
                                        .or(() -> values.get(VirtualServerGrammar.SORRY_SERVER))
                                        .map(server -> server.address().family()))
                .orElse(IpAddress.Family.IPV4);
    }

    /**
     * How a server is called: {@code [192.168.0.2]:tcp:80}.
     *
     * @param protocol empty for one behind a mark
     */
    static String server(IpAddress address, Optional<TransportProtocol> protocol, int port) {
        return "["
                + address
                + "]:"
                + protocol.map(VirtualServerNames::word).orElse("none")
                + ":"
                + port;
    }

    private static String word(TransportProtocol protocol) {
        return protocol.name().toLowerCase(Locale.ROOT);
    }

    private static String host(IpAddress address) {
        return address.family() == IpAddress.Family.IPV4 ? address.toString() : "[" + address + "]";
    }
}
