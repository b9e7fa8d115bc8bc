package org.ninelives.vrrp.settings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.system.RouteMetric;
import org.ninelives.api.system.RouteMetrics;
import org.ninelives.config.grammar.InvalidArgumentException;

/** The metrics of one route, collected word by word. */
final class RouteEntryMetrics {

    private static final long INT_MAX = 0xffff_ffffL;
    private static final long BYTE_MAX = 0xff;

    /** RTAX_FEATURE_ECN of linux/rtnetlink.h. */
    private static final long FEATURE_ECN = 1;

    /** What may follow the word of a metric. */
    private enum Shape {
        NUMBER,
        LOCKABLE,
        TIME,
        SWITCH,
        BYTE,
        FEATURE
    }

    private record Word(RouteMetric metric, Shape shape) {}

    private static final Map<String, Word> WORDS =
            Map.ofEntries(
                    Map.entry("mtu", new Word(RouteMetric.MTU, Shape.LOCKABLE)),
                    Map.entry("hoplimit", new Word(RouteMetric.HOPLIMIT, Shape.BYTE)),
                    Map.entry("advmss", new Word(RouteMetric.ADVMSS, Shape.LOCKABLE)),
                    Map.entry("rtt", new Word(RouteMetric.RTT, Shape.TIME)),
                    Map.entry("rttvar", new Word(RouteMetric.RTTVAR, Shape.TIME)),
                    Map.entry("reordering", new Word(RouteMetric.REORDERING, Shape.LOCKABLE)),
                    Map.entry("window", new Word(RouteMetric.WINDOW, Shape.NUMBER)),
                    Map.entry("cwnd", new Word(RouteMetric.CWND, Shape.LOCKABLE)),
                    Map.entry("ssthresh", new Word(RouteMetric.SSTHRESH, Shape.LOCKABLE)),
                    Map.entry("rto_min", new Word(RouteMetric.RTO_MIN, Shape.TIME)),
                    Map.entry("initcwnd", new Word(RouteMetric.INITCWND, Shape.NUMBER)),
                    Map.entry("initrwnd", new Word(RouteMetric.INITRWND, Shape.NUMBER)),
                    Map.entry("features", new Word(RouteMetric.FEATURES, Shape.FEATURE)),
                    Map.entry("quickack", new Word(RouteMetric.QUICKACK, Shape.SWITCH)),
                    Map.entry(
                            "fastopen_no_cookie",
                            new Word(RouteMetric.FASTOPEN_NO_COOKIE, Shape.SWITCH)));

    /** How often the unit of a metric is in a millisecond. */
    private static final Map<RouteMetric, Integer> PER_MILLISECOND =
            Map.of(RouteMetric.RTT, 8, RouteMetric.RTTVAR, 4, RouteMetric.RTO_MIN, 1);

    private static final BigDecimal MILLIS_PER_SECOND = BigDecimal.valueOf(1000);

    /** Those whose lock means something to the kernel. */
    private static final Set<Shape> LOCKABLE = Set.of(Shape.LOCKABLE, Shape.TIME);

    private final Map<RouteMetric, RouteMetrics.Value> numbers = new EnumMap<>(RouteMetric.class);
    private Optional<String> congestionControl = Optional.empty();
    private boolean congestionControlLocked;

    /** Takes what follows, if the word is that of a metric. */
    boolean take(String word, RoutingWords words) throws InvalidArgumentException {
        if (word.equals("congctl")) {
            congestionControlLocked = words.takeIf("lock");
            congestionControl = Optional.of(words.take("the name of congctl"));
            return true;
        }
        Word known = WORDS.get(word);
        if (known == null) {
            return false;
        }
        boolean locked = LOCKABLE.contains(known.shape()) && words.takeIf("lock");
        long number =
                switch (known.shape()) {
                    case NUMBER, LOCKABLE -> words.number(word, 0, INT_MAX);
                    case BYTE -> words.number(word, 0, BYTE_MAX);
                    case SWITCH -> words.number(word, 0, 1);
                    case TIME -> time(word, known.metric(), words);
                    case FEATURE -> feature(words);
                };
        numbers.put(known.metric(), new RouteMetrics.Value(number, locked));
        return true;
    }

    RouteMetrics metrics() {
        return new RouteMetrics(numbers, congestionControl, congestionControlLocked);
    }

    /** A time with its unit; a number alone counts in the unit of the metric. */
    private static long time(String keyword, RouteMetric metric, RoutingWords words)
            throws InvalidArgumentException {
        String word = words.take("the time of " + keyword);
        if (RoutingWords.parse(word).isPresent()) {
            return RoutingWords.number(keyword, word, 0, INT_MAX);
        }
        if (!word.matches("\\d{1,9}(\\.\\d{1,9})?m?s")) {
            throw new InvalidArgumentException(
                    keyword + " " + word + " is not a time such as 300ms or 2s");
        }
        boolean millis = word.endsWith("ms");
        BigDecimal time = new BigDecimal(word.substring(0, word.length() - (millis ? 2 : 1)));
        long units =
                (millis ? time : time.multiply(MILLIS_PER_SECOND))
                        .multiply(BigDecimal.valueOf(PER_MILLISECOND.get(metric)))
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact();
        if (units > INT_MAX) {
            throw new InvalidArgumentException(keyword + " " + word + " is too long");
        }
        return units;
    }

    private static long feature(RoutingWords words) throws InvalidArgumentException {
        String word = words.take("ecn");
        if (!word.equals("ecn")) {
            throw new InvalidArgumentException("features " + word + " is not ecn");
        }
        return FEATURE_ECN;
    }
}
