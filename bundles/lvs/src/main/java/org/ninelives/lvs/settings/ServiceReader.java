package org.ninelives.lvs.settings;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.Persistence;
import org.ninelives.api.ipvs.SchedulerFlag;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.ipvs.TransportProtocol;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;

/** Reads how the kernel shall schedule what a virtual server takes. */
final class ServiceReader {

    private static final String DEFAULT_SCHEDULER = "wlc";

    private final Values values;
    private final Problems problems;

    ServiceReader(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    /**
     * The services.
     *
     * @param keys of all of them, of one family and one protocol
     */
    List<IpvsService> read(List<ServiceKey> keys) {
        String scheduler =
                values.get(SchedulerGrammar.LB_ALGO)
                        .or(() -> values.get(SchedulerGrammar.LVS_SCHED))
                        .orElse(DEFAULT_SCHEDULER);
        Set<SchedulerFlag> flags = flags(scheduler);
        Optional<Persistence> persistence = persistence(keys);
        boolean onePacket = onePacket(keys);
        return keys.stream()
                .map(key -> new IpvsService(key, scheduler, flags, persistence, onePacket))
                .toList();
    }

    private Set<SchedulerFlag> flags(String scheduler) {
        Set<SchedulerFlag> flags = EnumSet.noneOf(SchedulerFlag.class);
        add(flags, SchedulerFlag.FLAG_1, SchedulerGrammar.FLAG_1);
        add(flags, SchedulerFlag.FLAG_2, SchedulerGrammar.FLAG_2);
        add(flags, SchedulerFlag.FLAG_3, SchedulerGrammar.FLAG_3);
        addOf("sh", scheduler, flags, SchedulerFlag.FLAG_1, SchedulerGrammar.SH_FALLBACK);
        addOf("sh", scheduler, flags, SchedulerFlag.FLAG_2, SchedulerGrammar.SH_PORT);
        addOf("mh", scheduler, flags, SchedulerFlag.FLAG_1, SchedulerGrammar.MH_FALLBACK);
        addOf("mh", scheduler, flags, SchedulerFlag.FLAG_2, SchedulerGrammar.MH_PORT);
        return flags;
    }

    private void add(Set<SchedulerFlag> flags, SchedulerFlag flag, Keyword<Boolean> keyword) {
        if (values.get(keyword)) {
            flags.add(flag);
        }
    }

    private void addOf(
            String owner,
            String scheduler,
            Set<SchedulerFlag> flags,
            SchedulerFlag flag,
            Keyword<Boolean> keyword) {
        if (scheduler.equals(owner)) {
            add(flags, flag, keyword);
        } else if (values.get(keyword)) {
            warn(
                    keyword,
                    "is for the scheduler " + owner + ", and this is " + scheduler + "; ignored");
        }
    }

    private Optional<Persistence> persistence(List<ServiceKey> keys) {
        int seconds = seconds(keys);
        Optional<String> engine = values.get(SchedulerGrammar.PERSISTENCE_ENGINE);
        if (seconds == 0) {
            if (engine.isPresent()) {
                warn(
                        SchedulerGrammar.PERSISTENCE_ENGINE,
                        "needs a persistence_timeout beside it; ignored");
            }
            return Optional.empty();
        }
        IpAddress.Family family = keys.getFirst().family();
        return Optional.of(new Persistence(seconds, prefixLength(family), engine));
    }

    /** How long a client stays with its server; 0 for as long as its connection. */
    private int seconds(List<ServiceKey> keys) {
        Optional<Integer> written = values.get(SchedulerGrammar.PERSISTENCE_TIMEOUT);
        if (written.isPresent() && written.get() != 0) {
            return written.get();
        }
        if (keys.stream().anyMatch(ServiceReader::takesAllPorts)) {
            problems.warning(
                    values.position(),
                    "virtual_server",
                    "port 0 takes all ports, which needs persistence; persistence_timeout is "
                            + SchedulerGrammar.PERSISTENCE_SECONDS);
            return SchedulerGrammar.PERSISTENCE_SECONDS;
        }
        if (written.isPresent()) {
            problems.note(
                    values.position(SchedulerGrammar.PERSISTENCE_TIMEOUT),
                    SchedulerGrammar.PERSISTENCE_TIMEOUT.name(),
                    "0 is no persistence, as without the keyword");
            return 0;
        }
        return values.isSet(SchedulerGrammar.PERSISTENCE_GRANULARITY)
                ? SchedulerGrammar.PERSISTENCE_SECONDS
                : 0;
    }

    private static boolean takesAllPorts(ServiceKey key) {
        return key instanceof ServiceKey.Endpoint endpoint && endpoint.port() == 0;
    }

    private int prefixLength(IpAddress.Family family) {
        Optional<Granularity> written = values.get(SchedulerGrammar.PERSISTENCE_GRANULARITY);
        if (written.isPresent() && !written.get().fits(family)) {
            problems.error(
                    values.position(SchedulerGrammar.PERSISTENCE_GRANULARITY),
                    SchedulerGrammar.PERSISTENCE_GRANULARITY.name(),
                    family == IpAddress.Family.IPV4
                            ? "an IPv4 address has 1..32 bits in common, or a mask such as"
                                    + " 255.255.255.0; ignored"
                            : "an IPv6 address has 1..128 bits in common and no mask; ignored");
            return family.bits();
        }
        return written.map(Granularity::length).orElse(family.bits());
    }

    private boolean onePacket(List<ServiceKey> keys) {
        boolean wanted = values.get(SchedulerGrammar.OPS);
        boolean possible =
                !(keys.getFirst() instanceof ServiceKey.Endpoint endpoint)
                        || endpoint.protocol() == TransportProtocol.UDP;
        if (wanted && !possible) {
            warn(SchedulerGrammar.OPS, "is for the protocol UDP only; ignored");
        }
        return wanted && possible;
    }

    private void warn(Keyword<?> keyword, String message) {
        problems.warning(values.position(keyword), keyword.name(), message);
    }
}
