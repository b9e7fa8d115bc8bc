package org.ninelives.bfd.settings;

import static org.ninelives.config.grammar.ArgumentTypes.bool;
import static org.ninelives.config.grammar.ArgumentTypes.integer;
import static org.ninelives.config.grammar.ArgumentTypes.nothing;
import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.util.List;
import java.util.Optional;
import org.ninelives.api.configuration.ThreadKeywords;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;

/** The keywords of {@code bfd_instance}, and those of {@code global_defs} about its thread. */
final class BfdGrammar {

    private static final int NAME_LENGTH_MAX = 31;
    private static final int HOPS_MAX = 255;
    private static final int INTERVAL_SENSIBLE_MAX = 1_000;
    private static final int IDLE_SENSIBLE_MAX = 10_000;
    private static final long INTERVAL_MICROS = 10_000;
    private static final long IDLE_MICROS = 1_000_000;

    static final Keyword<Optional<IpAddress>> SOURCE_IP =
            Keyword.optional("source_ip", address(), "own address; the kernel chooses without it");
    static final Keyword<Optional<IpAddress>> NEIGHBOR_IP =
            Keyword.optional("neighbor_ip", address(), "address of the other end");
    static final Keyword<Optional<IpAddress>> NEIGHBOUR_IP =
            Keyword.optional("neighbour_ip", address(), "the same as neighbor_ip");
    static final Keyword<Long> MIN_RX =
            Keyword.value(
                    "min_rx",
                    new MillisType("0.001", INTERVAL_SENSIBLE_MAX),
                    INTERVAL_MICROS,
                    "milliseconds the neighbour must leave between packets at least");
    static final Keyword<Long> MIN_TX =
            Keyword.value(
                    "min_tx",
                    new MillisType("0.001", INTERVAL_SENSIBLE_MAX),
                    INTERVAL_MICROS,
                    "milliseconds between packets while the session is up");
    static final Keyword<Long> IDLE_TX =
            Keyword.value(
                    "idle_tx",
                    new MillisType("1000", IDLE_SENSIBLE_MAX),
                    IDLE_MICROS,
                    "milliseconds between packets while it is not up");
    static final Keyword<Integer> MULTIPLIER =
            Keyword.value(
                    "multiplier",
                    integer(1, 255),
                    5,
                    "packets the neighbour misses before it takes the session down");
    static final Keyword<Boolean> PASSIVE =
            Keyword.value("passive", nothing(), false, "keeps silent until the neighbour is heard");
    static final Keyword<Optional<Integer>> TTL =
            Keyword.optional("ttl", integer(1, HOPS_MAX), "TTL or hop limit of packets sent");
    static final Keyword<Optional<Integer>> HOPLIMIT =
            Keyword.optional("hoplimit", integer(1, HOPS_MAX), "the same as ttl");
    static final Keyword<Integer> MAX_HOPS =
            Keyword.value(
                    "max_hops",
                    integer(-1, HOPS_MAX),
                    0,
                    "by how much the TTL or hop limit of packets heard may be less than ours;"
                            + " -1 or 255 for any");
    static final Keyword<Boolean> MULTIHOP =
            Keyword.value("multihop", bool(), false, "the port of RFC 5883, 4784 instead of 3784");
    static final Keyword<Weight> WEIGHT =
            Keyword.value("weight", Weight.TYPE, Weight.NONE, "weight where track_bfd has none");
    static final Keyword<Boolean> VRRP =
            Keyword.value("vrrp", nothing(), false, "for virtual routers only");
    static final Keyword<Boolean> CHECKER =
            Keyword.value("checker", nothing(), false, "for checks of real servers only");

    static final Keyword<List<Block<String>>> BFD_INSTANCE =
            Keyword.blocks(
                    "bfd_instance",
                    name(),
                    BlockGrammar.of(
                            SOURCE_IP,
                            NEIGHBOR_IP,
                            NEIGHBOUR_IP,
                            MIN_RX,
                            MIN_TX,
                            IDLE_TX,
                            MULTIPLIER,
                            PASSIVE,
                            TTL,
                            HOPLIMIT,
                            MAX_HOPS,
                            MULTIHOP,
                            WEIGHT,
                            VRRP,
                            CHECKER),
                    "a BFD session with one neighbour");

    /** How the kernel treats the thread of the sessions. */
    static final ThreadKeywords THREAD = new ThreadKeywords("bfd", "BFD sessions");

    private BfdGrammar() {}

    private static ArgumentType<IpAddress> address() {
        return word("an IP address").map(IpAddress::of);
    }

    private static ArgumentType<String> name() {
        return word("NAME of 1.." + NAME_LENGTH_MAX + " characters")
                .map(
                        text -> {
                            if (text.isEmpty() || text.length() > NAME_LENGTH_MAX) {
                                throw new IllegalArgumentException(
                                        "'"
                                                + text
                                                + "' has not 1.."
                                                + NAME_LENGTH_MAX
                                                + " characters");
                            }
                            return text;
                        });
    }
}
