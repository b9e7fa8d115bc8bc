package org.ninelives.notify.email.core;

import java.time.Instant;
import org.ninelives.api.notify.LvsEvent;

/** What is mailed about virtual servers and real servers, in keepalived's words. */
final class ServerMails {

    private ServerMails() {}

    static Mail of(String nodeName, LvsEvent event, Instant time) {
        String state = event.up() ? " - UP" : " - DOWN";
        return switch (event) {
            case LvsEvent.RealServerState change ->
                    new Mail(
                            time,
                            nodeName,
                            "Realserver "
                                    + change.realServer()
                                    + " of virtual server "
                                    + change.virtualServer()
                                    + state,
                            body(change));
            case LvsEvent.QuorumState change ->
                    new Mail(
                            time,
                            nodeName,
                            "Virtualserver " + change.virtualServer() + state,
                            body(change));
        };
    }

    private static String body(LvsEvent.RealServerState change) {
        if (change.stopping()) {
            return arrows("Shutting down");
        }
        if (change.up()) {
            return arrows("CHECK succeed on service");
        }
        String reason = change.reason().isEmpty() ? "" : " : " + change.reason();
        return arrows("CHECK failed on service" + reason);
    }

    /** keepalived adds the hysteresis for a loss too, and so mails sums that do not hold. */
    private static String body(LvsEvent.QuorumState change) {
        if (change.stopping()) {
            return arrows("Shutting down");
        }
        long quorum = change.quorum();
        long hysteresis = change.hysteresis();
        return arrows(
                change.up()
                        ? "Gained quorum %d+%d=%d <= %d"
                                .formatted(quorum, hysteresis, quorum + hysteresis, change.weight())
                        : "Lost quorum %d-%d=%d > %d"
                                .formatted(
                                        quorum, hysteresis, quorum - hysteresis, change.weight()));
    }

    private static String arrows(String words) {
        return "=> " + words.replaceAll("\\p{Cntrl}", " ") + " <=\n";
    }
}
