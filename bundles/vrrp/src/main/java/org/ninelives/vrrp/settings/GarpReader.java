package org.ninelives.vrrp.settings;

import java.util.Optional;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.vrrp.core.GarpSettings;

/**
 * Finds when an instance announces its addresses: its own words, then global ones, then what {@code
 * vrrp_min_garp} changes.
 */
final class GarpReader {

    private final InstanceScope scope;

    private GarpReader(InstanceScope scope) {
        this.scope = scope;
    }

    static GarpSettings read(InstanceScope scope) {
        return new GarpReader(scope).read();
    }

    private GarpSettings read() {
        boolean minimal = scope.getGlobal(GlobalGrammar.MIN_GARP);
        int repeat =
                written(AnnounceGrammar.GARP_MASTER_REPEAT, GlobalGrammar.GARP_MASTER_REPEAT)
                        .orElse(minimal ? 1 : scope.getGlobal(GlobalGrammar.GARP_MASTER_REPEAT));
        long delay =
                written(AnnounceGrammar.GARP_MASTER_DELAY, GlobalGrammar.GARP_MASTER_DELAY)
                        .orElse(minimal ? 0L : scope.getGlobal(GlobalGrammar.GARP_MASTER_DELAY));
        return new GarpSettings(
                repeat,
                delay,
                scope.orGlobal(
                        AnnounceGrammar.GARP_MASTER_REFRESH, GlobalGrammar.GARP_MASTER_REFRESH),
                scope.orGlobal(
                        AnnounceGrammar.GARP_MASTER_REFRESH_REPEAT,
                        GlobalGrammar.GARP_MASTER_REFRESH_REPEAT),
                lowerPriority(
                        AnnounceGrammar.GARP_LOWER_PRIO_REPEAT,
                        GlobalGrammar.GARP_LOWER_PRIO_REPEAT,
                        repeat,
                        0),
                lowerPriority(
                        AnnounceGrammar.GARP_LOWER_PRIO_DELAY,
                        GlobalGrammar.GARP_LOWER_PRIO_DELAY,
                        delay,
                        0L));
    }

    /** What was written, in the instance or globally; nothing where neither was. */
    private <T> Optional<T> written(Keyword<Optional<T>> own, Keyword<T> global) {
        return scope.get(own)
                .or(
                        () ->
                                scope.globals().isSet(global)
                                        ? Optional.of(scope.getGlobal(global))
                                        : Optional.empty());
    }

    /** Strict mode does not answer a lower priority, so it does not announce then either. */
    private <T> T lowerPriority(
            Keyword<Optional<T>> own, Keyword<Optional<T>> global, T otherwise, T strictly) {
        Optional<T> ownWords = scope.get(own);
        if (scope.isStrict()) {
            if (ownWords.filter(value -> !value.equals(strictly)).isPresent()) {
                scope.warn(own, "is 0 in strict mode");
            }
            return strictly;
        }
        return ownWords.or(() -> scope.getGlobal(global)).orElse(otherwise);
    }
}
