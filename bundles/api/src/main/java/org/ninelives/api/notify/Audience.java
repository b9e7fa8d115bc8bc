package org.ninelives.api.notify;

import java.util.Map;
import java.util.Optional;
import org.ninelives.api.script.Script;

/**
 * Who wants to be told what happens to a virtual router or a sync group.
 *
 * @param scripts the command of each occasion that has one
 * @param any the command that is told of every state ({@code notify})
 * @param smtpAlert whether mail is sent; empty for the default of {@code smtp_alert_vrrp} and
 *     {@code smtp_alert}
 * @param priorityChanges whether FIFOs are told of changes of the priority
 */
public record Audience(
        Map<Occasion, Script> scripts,
        Optional<Script> any,
        Optional<Boolean> smtpAlert,
        boolean priorityChanges) {

    /** Nobody. */
    public static final Audience NONE =
            new Audience(Map.of(), Optional.empty(), Optional.empty(), false);

    /** What has a command of its own. */
    public enum Occasion {
        MASTER,
        BACKUP,
        FAULT,
        STOP,
        DELETED,
        /** A master heard another one of lower priority. */
        MASTER_RX_LOWER_PRI,
        /** The daemon is about to stop; waited for while the addresses are still there. */
        PRE_STOP
    }

    public Audience {
        scripts = Map.copyOf(scripts);
    }
}
