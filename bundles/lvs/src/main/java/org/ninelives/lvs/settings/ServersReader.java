package org.ninelives.lvs.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.check.CheckKeywords;
import org.ninelives.api.check.CheckedServer;
import org.ninelives.api.ipvs.DestinationKey;
import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.ipvs.TransportProtocol;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.Position;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;

/** Reads the real servers of one virtual server, and the one that apologizes for them. */
final class ServersReader {

    private static final String REAL_SERVER = "real_server";

    private final Scope scope;
    private final VirtualServerHeader header;
    private final Values values;
    private final ServiceKey service;
    private final Optional<TransportProtocol> protocol;
    private final Forwarding usual;
    private final Set<DestinationKey> destinations = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    /**
     * A reader.
     *
     * @param header of the virtual server
     * @param values of the virtual server
     * @param service one of those it stands for
     */
    ServersReader(Scope scope, VirtualServerHeader header, Values values, ServiceKey service) {
        this.scope = scope;
        this.header = header;
        this.values = values;
        this.service = service;
        protocol =
                header instanceof VirtualServerHeader.Mark
                        ? Optional.empty()
                        : Optional.of(VirtualServerNames.protocol(values));
        usual =
                values.get(SchedulerGrammar.LB_KIND)
                        .or(() -> values.get(SchedulerGrammar.LVS_METHOD))
                        .orElse(Forwarding.MASQUERADING);
    }

    /** What the virtual server says for servers that say nothing. */
    ServerDefaults defaults() {
        return new ServerDefaults(
                usual,
                values.get(RealServerGrammar.INHIBIT_ON_FAILURE),
                values.get(VirtualServerGrammar.WEIGHT),
                UsualCheck.of(values, values));
    }

    List<RealServerSettings> readRealServers() {
        List<RealServerSettings> servers = new ArrayList<>();
        for (Block<ServerHeader> block : values.get(scope.grammar().realServer())) {
            readRealServer(block.header(), block.values()).ifPresent(servers::add);
        }
        return servers;
    }

    Optional<SorryServerSettings> readSorryServer() {
        return values.get(VirtualServerGrammar.SORRY_SERVER)
                .flatMap(
                        written ->
                                place(
                                        VirtualServerGrammar.SORRY_SERVER.name(),
                                        values.position(VirtualServerGrammar.SORRY_SERVER),
                                        written,
                                        values.get(VirtualServerGrammar.SORRY_SERVER_LVS_METHOD)
                                                .orElse(usual)))
                .map(
                        place ->
                                new SorryServerSettings(
                                        place.name(protocol),
                                        place.address(),
                                        values.get(VirtualServerGrammar.SORRY_SERVER_INHIBIT)));
    }

    private Optional<RealServerSettings> readRealServer(ServerHeader written, Values own) {
        Forwarding forwarding = own.get(RealServerGrammar.LVS_METHOD).orElse(usual);
        return place(REAL_SERVER, own.position(), withPort(written), forwarding)
                .filter(place -> isNew(place, own.position()))
                .map(place -> settings(place, own));
    }

    /** Without a port it listens on that of the service, where that has one. */
    private ServerHeader withPort(ServerHeader written) {
        return written.port().isEmpty() && header instanceof VirtualServerHeader.Endpoint endpoint
                ? written.withPort(endpoint.port())
                : written;
    }

    private Optional<ServerPlace> place(
            String keyword, Position where, ServerHeader written, Forwarding forwarding) {
        IpAddress.Family family = service.family();
        if (written.address().family() != family
                && forwarding.method() != Forwarding.Method.TUNNEL) {
            scope.problems()
                    .error(
                            where,
                            keyword,
                            written.address()
                                    + " is not "
                                    + family.label()
                                    + " as its virtual server, which only TUN allows; skipped");
            return Optional.empty();
        }
        ServerPlace place = ServerPlace.of(header, written, forwarding);
        if (place.portIgnored()) {
            scope.problems()
                    .warning(
                            where,
                            keyword,
                            "port "
                                    + written.port().getAsInt()
                                    + " becomes "
                                    + place.port()
                                    + ": with DR and TUN packets arrive as they were sent");
        }
        return Optional.of(place);
    }

    private boolean isNew(ServerPlace place, Position where) {
        boolean added =
                destinations.add(place.address().destinationOf(service))
                        && names.add(place.name(protocol));
        if (!added) {
            scope.problems()
                    .error(
                            where,
                            REAL_SERVER,
                            place.name(protocol) + " is there already; this second one is skipped");
        }
        return added;
    }

    private RealServerSettings settings(ServerPlace place, Values own) {
        CheckersReader checkers = new CheckersReader(scope, own, checkedServer(place, own)).read();
        long upper = own.get(RealServerGrammar.UTHRESHOLD);
        return new RealServerSettings(
                place.name(protocol),
                place.address(),
                own.get(RealServerGrammar.WEIGHT).orElse(values.get(VirtualServerGrammar.WEIGHT)),
                upper,
                lowerThreshold(own, upper),
                nearest(own, RealServerGrammar.INHIBIT_ON_FAILURE),
                own.get(RealServerGrammar.NOTIFY_UP),
                own.get(RealServerGrammar.NOTIFY_DOWN),
                nearest(own, RealServerGrammar.SMTP_ALERT),
                own.get(RealServerGrammar.SNMP_NAME),
                UsualCheck.of(own, values),
                checkers.checks(),
                checkers.unknown());
    }

    /** The kernel refuses a server whose lower threshold is above the upper one. */
    private long lowerThreshold(Values own, long upper) {
        long lower = own.get(RealServerGrammar.LTHRESHOLD);
        if (lower > upper) {
            scope.problems()
                    .error(
                            own.position(RealServerGrammar.LTHRESHOLD),
                            RealServerGrammar.LTHRESHOLD.name(),
                            lower + " is above uthreshold " + upper + "; ignored");
            return 0;
        }
        return lower;
    }

    private CheckedServer checkedServer(ServerPlace place, Values own) {
        return new CheckedServer(
                place.address().address(),
                place.port(),
                nearest(own, CheckKeywords.DELAY_LOOP),
                nearest(own, CheckKeywords.RETRY),
                nearest(own, CheckKeywords.DELAY_BEFORE_RETRY),
                nearest(own, CheckKeywords.WARMUP),
                nearest(own, CheckKeywords.CONNECT_TIMEOUT),
                nearest(own, CheckKeywords.ALPHA),
                scope.globalDefs().get(GlobalGrammar.CHECKER_LOG_ALL_FAILURES),
                nearest(own, RealServerGrammar.VIRTUALHOST));
    }

    /** What the real server says, or else its virtual server. */
    private <T> T nearest(Values own, Keyword<T> keyword) {
        return (own.isSet(keyword) ? own : values).get(keyword);
    }
}
