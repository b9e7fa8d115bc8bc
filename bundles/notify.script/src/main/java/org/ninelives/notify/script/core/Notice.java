package org.ninelives.notify.script.core;

import java.util.List;
import java.util.Map;
import org.ninelives.api.notify.Audience.Occasion;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.api.script.Script;

/** Something to be told because of an event. */
public sealed interface Notice {

    /**
     * A script with what it is told.
     *
     * @param label what it is to the operator: {@code notify_master of vrrp_instance VI_1}
     * @param extraWords arguments after those of the script
     */
    record Command(String label, Script script, List<String> extraWords) {
        public Command {
            extraWords = List.copyOf(extraWords);
        }
    }

    /**
     * Scripts to be run one after the other.
     *
     * @param commands at least one
     * @param environment variables that tell the same as words, and more
     */
    record Call(
            VrrpSubject subject,
            Occasion occasion,
            List<Command> commands,
            Map<String, String> environment)
            implements Notice {

        public Call {
            commands = List.copyOf(commands);
            environment = Map.copyOf(environment);
        }

        /**
         * Whether nobody needs to hear of an earlier call that has not begun: a new state makes all
         * of them old news, any other occasion its like only.
         */
        boolean outdates(Call earlier) {
            return switch (occasion) {
                case MASTER, BACKUP, FAULT, STOP, DELETED -> true;
                case MASTER_RX_LOWER_PRI, PRE_STOP -> earlier.occasion == occasion;
            };
        }

        /** {@code INSTANCE VI_1 MASTER}, for logs. */
        @Override
        public String toString() {
            return subject.kind() + " " + subject.name() + " " + occasion;
        }
    }

    /** A line for the FIFOs of VRRP, without its end. */
    record Line(String text) implements Notice {}
}
