package org.ninelives.vrrp.settings;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.notify.Audience.Occasion;
import org.ninelives.api.script.Script;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;

/** Reads who wants to be told what happens to an instance or a sync group. */
final class AudienceReader {

    private static final Map<Occasion, Keyword<Optional<Script>>> COMMANDS =
            Map.of(
                    Occasion.MASTER, NotifyGrammar.NOTIFY_MASTER,
                    Occasion.BACKUP, NotifyGrammar.NOTIFY_BACKUP,
                    Occasion.FAULT, NotifyGrammar.NOTIFY_FAULT,
                    Occasion.STOP, NotifyGrammar.NOTIFY_STOP,
                    Occasion.DELETED, NotifyGrammar.NOTIFY_DELETED,
                    Occasion.MASTER_RX_LOWER_PRI, NotifyGrammar.NOTIFY_MASTER_RX_LOWER_PRI,
                    Occasion.PRE_STOP, NotifyGrammar.NOTIFY_PRE_STOP);

    private AudienceReader() {}

    /**
     * The audience of a block.
     *
     * @param priorityChanges what holds where the block does not say whether FIFOs are told of
     *     changes of the priority
     */
    static Audience read(Values values, boolean priorityChanges) {
        Map<Occasion, Script> scripts = new EnumMap<>(Occasion.class);
        COMMANDS.forEach(
                (occasion, keyword) ->
                        values.get(keyword).ifPresent(script -> scripts.put(occasion, script)));
        return new Audience(
                scripts,
                values.get(NotifyGrammar.NOTIFY),
                values.get(NotifyGrammar.SMTP_ALERT),
                values.get(NotifyGrammar.NOTIFY_PRIORITY_CHANGES).orElse(priorityChanges));
    }
}
