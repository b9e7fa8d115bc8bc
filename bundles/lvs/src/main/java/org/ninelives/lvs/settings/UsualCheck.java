package org.ninelives.lvs.settings;

import java.time.Duration;
import java.util.Optional;
import org.ninelives.api.check.CheckKeywords;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;

/**
 * What a server says for all checks in it; each may say something else for itself.
 *
 * @param retry 0 where nothing is written, as the times but the first and the last
 */
public record UsualCheck(
        Optional<String> virtualHost,
        boolean alpha,
        Duration delayLoop,
        long retry,
        Duration delayBeforeRetry,
        Duration warmup,
        Duration connectTimeout) {

    /** What holds where nothing is said. */
    public static final UsualCheck DEFAULT =
            new UsualCheck(
                    Optional.empty(),
                    false,
                    Duration.ofSeconds(60),
                    0,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ofSeconds(5));

    /** What a server says, or else the virtual server around it. */
    static UsualCheck of(Values own, Values around) {
        return new UsualCheck(
                nearest(own, around, RealServerGrammar.VIRTUALHOST),
                nearest(own, around, CheckKeywords.ALPHA),
                nearest(own, around, CheckKeywords.DELAY_LOOP).orElse(DEFAULT.delayLoop),
                nearest(own, around, CheckKeywords.RETRY).orElse(DEFAULT.retry),
                nearest(own, around, CheckKeywords.DELAY_BEFORE_RETRY)
                        .orElse(DEFAULT.delayBeforeRetry),
                nearest(own, around, CheckKeywords.WARMUP).orElse(DEFAULT.warmup),
                nearest(own, around, CheckKeywords.CONNECT_TIMEOUT).orElse(DEFAULT.connectTimeout));
    }

    private static <T> T nearest(Values own, Values around, Keyword<T> keyword) {
        return (own.isSet(keyword) ? own : around).get(keyword);
    }
}
