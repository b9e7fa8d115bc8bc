package org.ninelives.notify.script.core;

import java.util.List;
import java.util.Map;
import org.ninelives.api.script.Script;
import org.ninelives.notify.script.settings.FifoKind;

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

    /** What becomes of a call while earlier ones of the same subject still run or wait. */
    enum Turn {
        /** It makes all that wait old news: a state. */
        STATE,
        /** It makes its like old news. */
        OCCASION,
        /** A state, the last one: nothing is waited for, and the daemon waits for its scripts. */
        LAST
    }

    /**
     * Scripts to be run one after the other.
     *
     * @param subject what they are about; those of one subject keep their order
     * @param news what has happened to it
     * @param commands at least one
     * @param environment variables that tell the same as words, and more
     */
    record Call(
            String subject,
            String news,
            Turn turn,
            List<Command> commands,
            Map<String, String> environment)
            implements Notice {

        public Call {
            commands = List.copyOf(commands);
            environment = Map.copyOf(environment);
        }

        /** Whether nobody needs to hear of an earlier call that has not begun. */
        boolean outdates(Call earlier) {
            return turn != Turn.OCCASION || earlier.news.equals(news);
        }

        /** {@code INSTANCE VI_1 MASTER}, for logs. */
        @Override
        public String toString() {
            return subject + " " + news;
        }
    }

    /**
     * A line for FIFOs, without its end.
     *
     * @param about whose FIFO is written, beside the one for everything
     */
    record Line(FifoKind about, String text) implements Notice {}
}
