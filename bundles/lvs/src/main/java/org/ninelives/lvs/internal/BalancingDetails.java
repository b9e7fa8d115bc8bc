package org.ninelives.lvs.internal;

import org.ninelives.api.ipvs.IpvsTimeouts;
import org.ninelives.api.management.IpvsDetails;
import org.ninelives.api.management.ServerGroupDetails;
import org.ninelives.api.management.ServerGroupMember;
import org.ninelives.api.management.SyncDaemonDetails;
import org.ninelives.api.net.IpAddress;
import org.ninelives.lvs.settings.GroupEntry;
import org.ninelives.lvs.settings.LvsGlobals;
import org.ninelives.lvs.settings.LvsSettings;
import org.ninelives.lvs.settings.ServerGroup;
import org.ninelives.lvs.settings.SyncSettings;
import org.ninelives.lvs.settings.VirtualServerSettings;

/** What a configuration says of all load balancing together, for the bean of IPVS. */
final class BalancingDetails {

    private BalancingDetails() {}

    static IpvsDetails of(LvsSettings settings) {
        LvsGlobals globals = settings.globals();
        IpvsTimeouts timeouts = globals.timeouts();
        return new IpvsDetails(
                settings.virtualServers().stream().map(VirtualServerSettings::name).toList(),
                settings.groups().stream().map(BalancingDetails::of).toList(),
                globals.sync().map(BalancingDetails::of).stream().toList(),
                timeouts.tcp(),
                timeouts.tcpFin(),
                timeouts.udp(),
                globals.flush(),
                switch (globals.flushOnStop()) {
                    case NO -> "NONE";
                    case ALL -> "ALL";
                    case VIRTUAL_SERVERS -> "VS";
                });
    }

    private static ServerGroupDetails of(ServerGroup group) {
        return new ServerGroupDetails(
                group.name(), group.entries().stream().map(BalancingDetails::of).toList());
    }

    private static ServerGroupMember of(GroupEntry entry) {
        return switch (entry) {
            case GroupEntry.Mark mark -> new ServerGroupMember(mark.mark(), "", "", 0);
            case GroupEntry.Addresses addresses -> {
                IpAddress first = addresses.first();
                IpAddress last =
                        new IpAddress(
                                first.family(), first.high(), first.low() + addresses.count() - 1);
                yield new ServerGroupMember(0, first.toString(), last.toString(), addresses.port());
            }
        };
    }

    private static SyncDaemonDetails of(SyncSettings sync) {
        return new SyncDaemonDetails(
                sync.interfaceName().name(),
                sync.instance().orElse(""),
                sync.id().orElse(-1),
                sync.maxLength().orElse(0),
                sync.port().orElse(0),
                sync.ttl().orElse(0),
                sync.group().map(IpAddress::toString).orElse(""));
    }
}
