package org.ninelives.lvs.settings;

import java.util.List;
import java.util.Optional;
import org.ninelives.api.check.CheckKeywords;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.ipvs.TransportProtocol;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Suggestion;
import org.ninelives.config.grammar.Values;
import org.ninelives.lvs.settings.VirtualServerNames.Names;

/** Reads one {@code virtual_server}, and checks what its keywords mean together. */
final class VirtualServerReader {

    private static final String VIRTUAL_SERVER = "virtual_server";

    private final Scope scope;
    private final Names names;
    private final VirtualServerHeader header;
    private final Values values;
    private final Problems problems;

    VirtualServerReader(Scope scope, Names names, Block<VirtualServerHeader> block) {
        this.scope = scope;
        this.names = names;
        header = block.header();
        values = block.values();
        problems = scope.problems();
    }

    /** The settings; empty, with the reason reported, if it cannot run. */
    Optional<VirtualServerSettings> read() {
        warnOfProtocol();
        List<ServiceKey> keys = keys();
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        warnOfFamily(keys.getFirst());
        ServersReader servers = new ServersReader(scope, header, values, keys.getFirst());
        List<RealServerSettings> realServers = servers.readRealServers();
        if (realServers.isEmpty()) {
            cannotRun("has no real server; it is left out");
            return Optional.empty();
        }
        return Optional.of(settings(keys, servers, realServers));
    }

    private VirtualServerSettings settings(
            List<ServiceKey> keys, ServersReader servers, List<RealServerSettings> realServers) {
        List<IpvsService> services = new ServiceReader(values, problems).read(keys);
        long quorum = quorum(realServers);
        return new VirtualServerSettings(
                names.log(),
                names.tracker(),
                header instanceof VirtualServerHeader.Group group
                        ? Optional.of(group.name())
                        : Optional.empty(),
                services,
                quorum,
                hysteresis(quorum),
                values.get(CheckKeywords.ALPHA),
                values.get(VirtualServerGrammar.OMEGA),
                haSuspend(keys),
                servers.readSorryServer(),
                values.get(VirtualServerGrammar.QUORUM_UP),
                values.get(VirtualServerGrammar.QUORUM_DOWN),
                values.get(RealServerGrammar.SMTP_ALERT),
                values.get(RealServerGrammar.SNMP_NAME),
                values.get(VirtualServerGrammar.FOLLOW_VRRP_INSTANCE),
                values.get(VirtualServerGrammar.DRAIN_TIMEOUT)
                        .orElse(scope.globalDefs().get(GlobalGrammar.LVS_DRAIN_TIMEOUT)),
                servers.defaults(),
                realServers);
    }

    /** What it stands for; empty, with the reason reported, if that is nothing. */
    private List<ServiceKey> keys() {
        TransportProtocol protocol = VirtualServerNames.protocol(values);
        return switch (header) {
            case VirtualServerHeader.Endpoint(IpAddress address, int port) ->
                    List.of(new ServiceKey.Endpoint(protocol, address, port));
            case VirtualServerHeader.Mark(long mark) ->
                    List.of(
                            new ServiceKey.Mark(
                                    VirtualServerNames.familyOfMark(scope.grammar(), values),
                                    mark));
            case VirtualServerHeader.Group(String name) -> keysOfGroup(name, protocol);
        };
    }

    private List<ServiceKey> keysOfGroup(String name, TransportProtocol protocol) {
        Optional<List<GroupEntry>> entries = scope.groups().find(name);
        if (entries.isEmpty()) {
            cannotRun(
                    "there is no virtual_server_group "
                            + name
                            + Suggestion.nearest(name, scope.groups().names())
                                    .map(guess -> "; did you mean '" + guess + "'?")
                                    .orElse(""));
            return List.of();
        }
        if (entries.get().isEmpty()) {
            cannotRun("virtual_server_group " + name + " has no entry; it is left out");
        }
        return entries.get().stream()
                .flatMap(entry -> entry.services(protocol))
                .distinct()
                .toList();
    }

    private void warnOfProtocol() {
        boolean mark = header instanceof VirtualServerHeader.Mark;
        Keyword<?> keyword = SchedulerGrammar.PROTOCOL;
        if (!mark && !values.isSet(keyword)) {
            problems.warning(
                    values.position(),
                    keyword.name(),
                    "is missing, and UDP holds; write protocol TCP or protocol UDP");
        } else if (mark && values.isSet(keyword)) {
            problems.note(
                    values.position(keyword),
                    keyword.name(),
                    "has no effect: a fwmark takes packets of any protocol");
        }
    }

    private void warnOfFamily(ServiceKey key) {
        Keyword<Optional<IpAddress.Family>> keyword = SchedulerGrammar.IP_FAMILY;
        if (values.get(keyword).filter(family -> family != key.family()).isPresent()) {
            problems.error(
                    values.position(keyword),
                    keyword.name(),
                    "its addresses are " + key.family().label() + "; ignored");
        }
    }

    /** More than all its servers together weigh can never be reached. */
    private long quorum(List<RealServerSettings> realServers) {
        long written = values.get(VirtualServerGrammar.QUORUM);
        long possible =
                Math.max(1, realServers.stream().mapToLong(RealServerSettings::weight).sum());
        if (written > possible) {
            problems.warning(
                    values.position(VirtualServerGrammar.QUORUM),
                    VirtualServerGrammar.QUORUM.name(),
                    written
                            + " is more than all real servers weigh together and becomes "
                            + possible);
        }
        return Math.min(written, possible);
    }

    private long hysteresis(long quorum) {
        long written = values.get(VirtualServerGrammar.HYSTERESIS);
        if (written >= quorum) {
            problems.warning(
                    values.position(VirtualServerGrammar.HYSTERESIS),
                    VirtualServerGrammar.HYSTERESIS.name(),
                    written + " is not less than the quorum and becomes " + (quorum - 1));
        }
        return Math.min(written, quorum - 1);
    }

    private boolean haSuspend(List<ServiceKey> keys) {
        Keyword<Boolean> keyword = VirtualServerGrammar.HA_SUSPEND;
        boolean addressed = keys.stream().anyMatch(ServiceKey.Endpoint.class::isInstance);
        if (values.get(keyword) && !addressed) {
            problems.warning(
                    values.position(keyword),
                    keyword.name(),
                    "has no effect: a fwmark has no address that could be on this machine");
        }
        return values.get(keyword) && addressed;
    }

    private void cannotRun(String message) {
        problems.cannotRun(values.position(), VIRTUAL_SERVER, names.log() + ": " + message);
    }
}
