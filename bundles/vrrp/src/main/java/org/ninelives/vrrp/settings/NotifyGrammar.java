package org.ninelives.vrrp.settings;

import static org.ninelives.config.grammar.ArgumentTypes.bool;
import static org.ninelives.config.grammar.ArgumentTypes.orBare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptType;
import org.ninelives.config.grammar.Keyword;

/** The keywords about who is told what happens to an instance or a sync group. */
final class NotifyGrammar {

    static final Keyword<Optional<Script>> NOTIFY_MASTER =
            command("notify_master", "command run when it becomes MASTER");
    static final Keyword<Optional<Script>> NOTIFY_BACKUP =
            command("notify_backup", "command run when it becomes BACKUP");
    static final Keyword<Optional<Script>> NOTIFY_FAULT =
            command("notify_fault", "command run when it is in FAULT");
    static final Keyword<Optional<Script>> NOTIFY_STOP =
            command("notify_stop", "command run when the daemon has stopped it");
    static final Keyword<Optional<Script>> NOTIFY_PRE_STOP =
            command(
                    "notify_pre_stop",
                    "command run and waited for before the daemon stops it, while the addresses are"
                            + " still there");
    static final Keyword<Optional<Script>> NOTIFY =
            command("notify", "command run on each change of state, with what, name and state");
    static final Keyword<Optional<Boolean>> SMTP_ALERT =
            Keyword.optional("smtp_alert", bool(), "mail is sent on each change of state");
    static final Keyword<Optional<Boolean>> NOTIFY_PRIORITY_CHANGES =
            Keyword.optional(
                    "notify_priority_changes", bool(), "pipes are told of changes of priority");

    static final Keyword<Optional<Boolean>> NOTIFY_INITIAL_BACKUP =
            Keyword.optional(
                    "notify_initial_backup",
                    bool(),
                    "whether BACKUP is told where it is the first state after the start");

    static final Keyword<Optional<Script>> NOTIFY_MASTER_RX_LOWER_PRI =
            command(
                    "notify_master_rx_lower_pri",
                    "command run when a master hears one of lower priority");
    static final Keyword<Optional<Script>> NOTIFY_DELETED =
            Keyword.value(
                    "notify_deleted",
                    orBare(new ScriptType().map(Optional::of), Optional.empty()),
                    Optional.empty(),
                    "removal by a reload is told as DELETED instead of FAULT");

    static final Keyword<Boolean> VRRP_NOTIFY_PRIORITY_CHANGES =
            Keyword.value(
                    "vrrp_notify_priority_changes",
                    bool(),
                    false,
                    "default of notify_priority_changes");
    static final Keyword<Boolean> VRRP_NOTIFY_INITIAL_BACKUP =
            Keyword.value(
                    "vrrp_notify_initial_backup", bool(), true, "default of notify_initial_backup");

    static final List<Keyword<?>> OF_GROUP =
            List.of(
                    NOTIFY_MASTER,
                    NOTIFY_BACKUP,
                    NOTIFY_FAULT,
                    NOTIFY_STOP,
                    NOTIFY_PRE_STOP,
                    NOTIFY,
                    SMTP_ALERT,
                    NOTIFY_PRIORITY_CHANGES,
                    NOTIFY_INITIAL_BACKUP);

    static final List<Keyword<?>> OF_INSTANCE = ofInstance();

    private NotifyGrammar() {}

    private static Keyword<Optional<Script>> command(String name, String help) {
        return Keyword.optional(name, new ScriptType(), help);
    }

    private static List<Keyword<?>> ofInstance() {
        List<Keyword<?>> keywords = new ArrayList<>(OF_GROUP);
        keywords.add(NOTIFY_MASTER_RX_LOWER_PRI);
        keywords.add(NOTIFY_DELETED);
        return List.copyOf(keywords);
    }
}
