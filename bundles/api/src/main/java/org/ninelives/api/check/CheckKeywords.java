package org.ninelives.api.check;

import static org.ninelives.api.configuration.NetTypes.address;
import static org.ninelives.api.configuration.NetTypes.interfaceName;
import static org.ninelives.api.configuration.NetTypes.unsigned;
import static org.ninelives.config.grammar.ArgumentTypes.bool;
import static org.ninelives.config.grammar.ArgumentTypes.integer;
import static org.ninelives.config.grammar.ArgumentTypes.seconds;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;

/** The keywords that checks have in common, and the servers around them for all their checks. */
public final class CheckKeywords {

    /** What keepalived takes at most, a little more than an hour. */
    private static final String SECONDS_MAX = "4294.967295";

    public static final Keyword<Optional<IpAddress>> CONNECT_IP =
            Keyword.optional(
                    "connect_ip", address(), "address to check instead of that of the real server");
    public static final Keyword<Optional<Integer>> CONNECT_PORT =
            Keyword.optional(
                    "connect_port",
                    integer(1, 65535),
                    "port to check instead of that of the real server");
    public static final Keyword<Optional<IpAddress>> BINDTO =
            Keyword.optional("bindto", address(), "local address of the check");
    public static final Keyword<Optional<Integer>> BIND_PORT =
            Keyword.optional("bind_port", integer(1, 65535), "local port of the check");
    public static final Keyword<Optional<InterfaceName>> BIND_IF =
            Keyword.optional("bind_if", interfaceName(), "interface of the check");
    public static final Keyword<Long> FWMARK =
            Keyword.value("fwmark", unsigned(0), 0L, "mark on the packets of the check");
    public static final Keyword<Optional<Duration>> CONNECT_TIMEOUT =
            Keyword.optional("connect_timeout", time("0.000001"), "time to connect");
    public static final Keyword<Optional<Duration>> CHECK_TIMEOUT =
            Keyword.optional(
                    "check_timeout",
                    time("0.000001"),
                    "time for all that follows once connected; as connect_timeout unless given");

    public static final Keyword<Optional<Long>> RETRY =
            Keyword.optional("retry", unsigned(0), "further tries before the check has failed");
    public static final Keyword<Optional<Duration>> DELAY_BEFORE_RETRY =
            Keyword.optional("delay_before_retry", time("0"), "time between such tries");
    public static final Keyword<Optional<Duration>> WARMUP =
            Keyword.optional("warmup", time("0"), "longest random delay before the first check");
    public static final Keyword<Optional<Duration>> DELAY_LOOP =
            Keyword.optional("delay_loop", time("0.000001"), "time between checks");
    public static final Keyword<Boolean> ALPHA =
            Keyword.value("alpha", bool(), false, "the check has failed until it passes");
    public static final Keyword<Boolean> LOG_ALL_FAILURES =
            Keyword.value("log_all_failures", bool(), false, "each failure is logged");
    public static final Keyword<Integer> RISE =
            Keyword.value(
                    "rise",
                    integer(1, Integer.MAX_VALUE),
                    1,
                    "checks in a row that pass before a failed one has passed");
    public static final Keyword<Optional<Integer>> FALL =
            Keyword.optional(
                    "fall",
                    integer(1, Integer.MAX_VALUE),
                    "checks in a row that fail before a passed one has failed: retry and one");

    private static final List<Keyword<?>> CONNECTING =
            List.of(
                    CONNECT_IP,
                    CONNECT_PORT,
                    BINDTO,
                    BIND_PORT,
                    BIND_IF,
                    CONNECT_TIMEOUT,
                    CHECK_TIMEOUT,
                    FWMARK);

    private static final List<Keyword<?>> SCHEDULED =
            List.of(
                    RETRY,
                    DELAY_BEFORE_RETRY,
                    WARMUP,
                    DELAY_LOOP,
                    ALPHA,
                    LOG_ALL_FAILURES,
                    RISE,
                    FALL);

    private CheckKeywords() {}

    /** The block of a check that connects: these keywords and its own. */
    public static BlockGrammar connecting(Keyword<?>... own) {
        return BlockGrammar.of(
                Stream.of(CONNECTING.stream(), SCHEDULED.stream(), Stream.of(own))
                        .<Keyword<?>>flatMap(keywords -> keywords)
                        .toList());
    }

    /** The block of a check that is run again and again without connecting by itself. */
    public static BlockGrammar scheduled(Keyword<?>... own) {
        return BlockGrammar.of(
                Stream.<Keyword<?>>concat(SCHEDULED.stream(), Stream.of(own)).toList());
    }

    private static ArgumentType<Duration> time(String least) {
        return seconds(least, SECONDS_MAX).map(Duration::ofNanos);
    }
}
