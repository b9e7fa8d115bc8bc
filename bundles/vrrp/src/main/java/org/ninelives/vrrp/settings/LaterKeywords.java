package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ninelives.config.grammar.Keyword;

/**
 * Keywords about virtual routers that are read over: some mean nothing any more, the others are not
 * in effect in this version.
 */
final class LaterKeywords {

    private static final List<String> TRACKING =
            List.of("track_script", "track_file", "track_process", "track_bfd");
    private static final List<String> NOTIFYING =
            List.of(
                    "notify_backup",
                    "notify_master",
                    "notify_fault",
                    "notify_stop",
                    "notify",
                    "smtp_alert",
                    "notify_priority_changes");

    private LaterKeywords() {}

    static List<Keyword<?>> ofInstance() {
        List<Keyword<?>> keywords = new ArrayList<>(ofGroup());
        keywords.add(
                Keyword.unsupported(
                        "notify_master_rx_lower_pri",
                        "command run when a master hears one of lower priority"));
        keywords.add(
                Keyword.unsupported(
                        "lvs_sync_daemon_interface",
                        "interface of the synchronisation of connections"));
        keywords.add(
                Keyword.withoutEffect(
                        "sync_instance",
                        "removed from keepalived long ago; write a vrrp_sync_group instead"));
        return keywords;
    }

    /** Of a {@code vrrp_sync_group}; an instance knows them too. */
    static List<Keyword<?>> ofGroup() {
        return Stream.concat(
                        TRACKING.stream()
                                .map(
                                        name ->
                                                Keyword.unsupported(
                                                        name, "ties it to what it watches")),
                        NOTIFYING.stream()
                                .map(
                                        name ->
                                                Keyword.unsupported(
                                                        name, "tells of changes of state")))
                .<Keyword<?>>map(keyword -> keyword)
                .toList();
    }

    static List<Keyword<?>> ofGlobalDefs() {
        return List.of(
                Keyword.unsupported(
                        "vrrp_notify_priority_changes", "default of notify_priority_changes"),
                Keyword.unsupported("vrrp_notify_fifo", "pipe that is told of changes of state"),
                Keyword.unsupported("vrrp_notify_fifo_script", "reads that pipe"));
    }
}
