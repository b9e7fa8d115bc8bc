package org.ninelives.notify.script.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ninelives.api.notify.LvsEvent;
import org.ninelives.notify.script.settings.FifoKind;

/**
 * Whom an event of virtual servers is told and in which words, as keepalived does: the script of
 * the occasion, then the FIFOs.
 */
public final class LvsNotices {

    private LvsNotices() {}

    /** What is to be told because of an event, in this order. */
    public static List<Notice> of(LvsEvent event) {
        return switch (event) {
            case LvsEvent.RealServerState change ->
                    notices(
                            change,
                            "RS " + change.realServer() + " " + change.virtualServer(),
                            label("notify_", " of real_server " + change.realServer(), change),
                            turn(change.stopping()),
                            LvsVariables.of(change),
                            FifoLine.of(change));
            case LvsEvent.QuorumState change ->
                    notices(
                            change,
                            "VS " + change.virtualServer(),
                            label("quorum_", "", change),
                            turn(change.stopping()),
                            LvsVariables.of(change),
                            FifoLine.of(change));
        };
    }

    /** The word of keepalived for what happened. */
    static String word(LvsEvent event) {
        return event.up() ? "UP" : "DOWN";
    }

    private static String label(String keyword, String server, LvsEvent event) {
        return keyword
                + word(event).toLowerCase(Locale.ROOT)
                + server
                + " of virtual_server "
                + event.virtualServer();
    }

    private static Notice.Turn turn(boolean stopping) {
        return stopping ? Notice.Turn.LAST : Notice.Turn.STATE;
    }

    private static List<Notice> notices(
            LvsEvent event,
            String subject,
            String label,
            Notice.Turn turn,
            Map<String, String> environment,
            String line) {
        List<Notice> notices = new ArrayList<>();
        event.script()
                .map(script -> List.of(new Notice.Command(label, script, List.of())))
                .map(commands -> new Notice.Call(subject, word(event), turn, commands, environment))
                .ifPresent(notices::add);
        notices.add(new Notice.Line(FifoKind.LVS, line));
        return List.copyOf(notices);
    }
}
