package org.ninelives.vrrp.settings;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.notify.Audience.Occasion;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;

/** Reads who wants to be told what happens to an instance or a sync group. */
final class NotificationsReader {

    private static final Map<Occasion, Keyword<Optional<Script>>> COMMANDS =
            Map.of(
                    Occasion.MASTER, NotifyGrammar.NOTIFY_MASTER,
                    Occasion.BACKUP, NotifyGrammar.NOTIFY_BACKUP,
                    Occasion.FAULT, NotifyGrammar.NOTIFY_FAULT,
                    Occasion.STOP, NotifyGrammar.NOTIFY_STOP,
                    Occasion.DELETED, NotifyGrammar.NOTIFY_DELETED,
                    Occasion.MASTER_RX_LOWER_PRI, NotifyGrammar.NOTIFY_MASTER_RX_LOWER_PRI,
                    Occasion.PRE_STOP, NotifyGrammar.NOTIFY_PRE_STOP);

    private NotificationsReader() {}

    /** What a block says; what it leaves open is as {@code globals} have it. */
    static Notifications read(Values values, Values globals, Problems problems) {
        Map<Occasion, Script> scripts = new EnumMap<>(Occasion.class);
        COMMANDS.forEach(
                (occasion, keyword) ->
                        values.get(keyword).ifPresent(script -> scripts.put(occasion, script)));
        warnIfInsecure(values, globals, problems);
        Audience audience =
                new Audience(
                        scripts,
                        values.get(NotifyGrammar.NOTIFY),
                        values.get(NotifyGrammar.SMTP_ALERT),
                        values.get(NotifyGrammar.NOTIFY_PRIORITY_CHANGES)
                                .orElse(globals.get(NotifyGrammar.VRRP_NOTIFY_PRIORITY_CHANGES)));
        return new Notifications(
                audience,
                values.get(NotifyGrammar.NOTIFY_INITIAL_BACKUP)
                        .orElse(globals.get(NotifyGrammar.VRRP_NOTIFY_INITIAL_BACKUP)),
                values.isSet(NotifyGrammar.NOTIFY_DELETED));
    }

    private static void warnIfInsecure(Values values, Values globals, Problems problems) {
        Stream.concat(COMMANDS.values().stream(), Stream.of(NotifyGrammar.NOTIFY))
                .filter(keyword -> values.get(keyword).isPresent())
                .min(Comparator.comparingInt(keyword -> values.position(keyword).line()))
                .ifPresent(
                        first ->
                                ScriptRules.of(globals)
                                        .warnIfInsecure(
                                                problems, values.position(first), first.name()));
    }
}
