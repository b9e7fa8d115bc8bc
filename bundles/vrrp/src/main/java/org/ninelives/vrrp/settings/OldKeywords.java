package org.ninelives.vrrp.settings;

import java.util.List;
import org.ninelives.config.grammar.Keyword;

/**
 * Keywords about virtual routers that are read over: one means nothing any more, the other is not
 * in effect in this version.
 */
final class LaterKeywords {

    static final List<Keyword<?>> OF_INSTANCE =
            List.of(
                    Keyword.unsupported(
                            "lvs_sync_daemon_interface",
                            "interface of the synchronisation of connections"),
                    Keyword.withoutEffect(
                            "sync_instance",
                            "removed from keepalived long ago; write a vrrp_sync_group instead"));

    private LaterKeywords() {}
}
