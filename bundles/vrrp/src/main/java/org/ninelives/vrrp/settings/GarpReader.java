package org.ninelives.vrrp.settings;

import java.util.Optional;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;
import org.ninelives.vrrp.core.GarpSettings;

/**
 * Finds when an instance announces its addresses: its own words, then global ones, then what {@code
 * vrrp_min_garp} changes.
 */
final class GarpReader {

    private GarpReader() {}

    static GarpSettings read(Values instance, Values globals) {
        boolean minimal = globals.get(GlobalGrammar.MIN_GARP);
        int repeat =
                choose(
                                instance,
                                InstanceGrammar.GARP_MASTER_REPEAT,
                                globals,
                                GlobalGrammar.GARP_MASTER_REPEAT)
                        .orElse(minimal ? 1 : globals.get(GlobalGrammar.GARP_MASTER_REPEAT));
        long delay =
                choose(
                                instance,
                                InstanceGrammar.GARP_MASTER_DELAY,
                                globals,
                                GlobalGrammar.GARP_MASTER_DELAY)
                        .orElse(minimal ? 0L : globals.get(GlobalGrammar.GARP_MASTER_DELAY));
        long refresh =
                instance.get(InstanceGrammar.GARP_MASTER_REFRESH)
                        .orElse(globals.get(GlobalGrammar.GARP_MASTER_REFRESH));
        int refreshRepeat =
                instance.get(InstanceGrammar.GARP_MASTER_REFRESH_REPEAT)
                        .orElse(globals.get(GlobalGrammar.GARP_MASTER_REFRESH_REPEAT));
        int lowerRepeat =
                instance.get(InstanceGrammar.GARP_LOWER_PRIO_REPEAT)
                        .or(() -> globals.get(GlobalGrammar.GARP_LOWER_PRIO_REPEAT))
                        .orElse(repeat);
        long lowerDelay =
                instance.get(InstanceGrammar.GARP_LOWER_PRIO_DELAY)
                        .or(() -> globals.get(GlobalGrammar.GARP_LOWER_PRIO_DELAY))
                        .orElse(delay);
        return new GarpSettings(repeat, delay, refresh, refreshRepeat, lowerRepeat, lowerDelay);
    }

    /** What was written, in the instance or globally; nothing where neither was. */
    private static <T> Optional<T> choose(
            Values instance, Keyword<Optional<T>> own, Values globals, Keyword<T> global) {
        return instance.get(own)
                .or(
                        () ->
                                globals.isSet(global)
                                        ? Optional.of(globals.get(global))
                                        : Optional.empty());
    }
}
