package org.ninelives.vrrp.settings;

import java.util.List;
import java.util.Optional;
import org.ninelives.api.configuration.NetTypes;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.config.grammar.Keyword;

/** Keywords that virtual routers once had: one has a better place now, one means nothing. */
final class OldKeywords {

    static final Keyword<Optional<InterfaceName>> LVS_SYNC_DAEMON_INTERFACE =
            Keyword.optional(
                            "lvs_sync_daemon_interface",
                            NetTypes.interfaceName(),
                            "connections are told to other directors over this interface")
                    .withRemark(
                            "is deprecated; write lvs_sync_daemon IFNAME INSTANCE in global_defs");

    static final List<Keyword<?>> OF_INSTANCE =
            List.of(
                    LVS_SYNC_DAEMON_INTERFACE,
                    Keyword.withoutEffect(
                            "sync_instance",
                            "removed from keepalived long ago; write a vrrp_sync_group instead"));

    private OldKeywords() {}
}
