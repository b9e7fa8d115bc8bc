package org.ninelives.bfd.settings;

import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.bfd.core.SessionSettings;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;

/** Reads one {@code bfd_instance}, and checks what its keywords mean together. */
final class InstanceReader {

    private static final int HOPS_MAX = 255;

    /** What keepalived sends over IPv6 where nothing is configured, and so has to be accepted. */
    private static final int HOP_LIMIT_OF_IPV6 = 64;

    private final String name;
    private final Values values;
    private final Problems problems;

    InstanceReader(String name, Values values, Problems problems) {
        this.name = name;
        this.values = values;
        this.problems = problems;
    }

    /** The settings; empty, with the reason reported, if it cannot run. */
    Optional<InstanceSettings> read() {
        Keyword<Optional<IpAddress>> neighbourKeyword =
                values.isSet(BfdGrammar.NEIGHBOR_IP)
                        ? BfdGrammar.NEIGHBOR_IP
                        : BfdGrammar.NEIGHBOUR_IP;
        Optional<IpAddress> neighbour = values.get(neighbourKeyword);
        if (neighbour.isEmpty()) {
            cannotRun(
                    BfdGrammar.NEIGHBOR_IP,
                    "is missing: " + name + " needs the address of its neighbour");
            return Optional.empty();
        }
        Optional<IpAddress> source = values.get(BfdGrammar.SOURCE_IP);
        if (!areUsable(neighbourKeyword, neighbour.get(), source)) {
            return Optional.empty();
        }
        boolean multihop = values.get(BfdGrammar.MULTIHOP);
        Optional<Integer> written =
                values.get(BfdGrammar.TTL).or(() -> values.get(BfdGrammar.HOPLIMIT));
        warnOfStrangeHops(multihop, written);
        return Optional.of(
                new InstanceSettings(
                        name,
                        neighbour.get(),
                        source,
                        session(),
                        written.orElse(HOPS_MAX),
                        hopLimitMin(written.orElse(usualHopLimit(neighbour.get()))),
                        multihop));
    }

    private boolean areUsable(
            Keyword<?> neighbourKeyword, IpAddress neighbour, Optional<IpAddress> source) {
        if (neighbour.isMulticast() || (neighbour.high() | neighbour.low()) == 0) {
            cannotRun(neighbourKeyword, neighbour + " is not the address of one host");
            return false;
        }
        if (neighbour.family() == IpAddress.Family.IPV6 && neighbour.isLinkLocal()) {
            cannotRun(
                    neighbourKeyword,
                    neighbour
                            + " is a link-local address, which means nothing without an interface;"
                            + " use a global one");
            return false;
        }
        if (source.isPresent() && source.get().family() != neighbour.family()) {
            cannotRun(
                    BfdGrammar.SOURCE_IP,
                    source.get()
                            + " and the neighbour "
                            + neighbour
                            + " are not of the same family");
            return false;
        }
        if (source.isPresent() && source.get().equals(neighbour)) {
            cannotRun(neighbourKeyword, neighbour + " is the source_ip itself");
            return false;
        }
        return true;
    }

    private void cannotRun(Keyword<?> keyword, String message) {
        problems.cannotRun(values.position(keyword), keyword.name(), message);
    }

    private void warnOfStrangeHops(boolean multihop, Optional<Integer> hopLimit) {
        int maxHops = values.get(BfdGrammar.MAX_HOPS);
        if (multihop && maxHops == 0) {
            problems.warning(
                    values.position(BfdGrammar.MULTIHOP),
                    BfdGrammar.MULTIHOP.name(),
                    "packets that were routed are refused as long as max_hops is 0; write how many"
                            + " routers are between, or -1");
        }
        if (!multihop && hopLimit.isPresent() && hopLimit.get() != HOPS_MAX) {
            Keyword<?> keyword =
                    values.isSet(BfdGrammar.TTL) ? BfdGrammar.TTL : BfdGrammar.HOPLIMIT;
            problems.note(
                    values.position(keyword),
                    keyword.name(),
                    "a neighbour that keeps to RFC 5881 refuses everything but 255");
        }
    }

    private static int usualHopLimit(IpAddress neighbour) {
        return neighbour.family() == IpAddress.Family.IPV4 ? HOPS_MAX : HOP_LIMIT_OF_IPV6;
    }

    private int hopLimitMin(int hopLimit) {
        int maxHops = values.get(BfdGrammar.MAX_HOPS);
        if (maxHops < 0 || maxHops == HOPS_MAX) {
            return 0;
        }
        if (maxHops > hopLimit) {
            problems.warning(
                    values.position(BfdGrammar.MAX_HOPS),
                    BfdGrammar.MAX_HOPS.name(),
                    maxHops + " is more than the " + hopLimit + " a packet starts with");
        }
        return Math.max(0, hopLimit - maxHops);
    }

    private SessionSettings session() {
        return new SessionSettings(
                values.get(BfdGrammar.MIN_TX),
                values.get(BfdGrammar.MIN_RX),
                values.get(BfdGrammar.IDLE_TX),
                values.get(BfdGrammar.MULTIPLIER),
                values.get(BfdGrammar.PASSIVE));
    }
}
