package org.ninelives.vrrp.engine;

import org.ninelives.vrrp.core.State;
import org.ninelives.vrrp.settings.Notifications;

/**
 * Keeps the BACKUP in which everything begins from those who do not want to hear of it ({@code
 * notify_initial_backup off}).
 */
final class Debut {

    private boolean over;

    /**
     * Whether nobody need be told of this state.
     *
     * @param held it is a fault only because results are awaited, which nobody is told of anyway
     */
    boolean isQuiet(State to, boolean held, Notifications notifications) {
        boolean quiet = held || (!over && to == State.BACKUP && !notifications.initialBackupTold());
        over |= !held;
        return quiet;
    }
}
