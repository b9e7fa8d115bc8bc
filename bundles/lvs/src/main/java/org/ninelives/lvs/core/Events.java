package org.ninelives.lvs.core;

import org.ninelives.api.notify.LvsEvent;
import org.ninelives.lvs.settings.RealServerSettings;
import org.ninelives.lvs.settings.VirtualServerSettings;

/** What people and programs are told of a virtual server. */
final class Events {

    private Events() {}

    static LvsEvent realServer(
            VirtualServerSettings virtual,
            RealServer server,
            boolean up,
            boolean stopping,
            String reason,
            String text) {
        RealServerSettings settings = server.settings();
        return new LvsEvent.RealServerState(
                virtual.name(),
                settings.name(),
                up,
                stopping,
                up ? settings.notifyUp() : settings.notifyDown(),
                settings.smtpAlert(),
                reason,
                text);
    }

    static LvsEvent quorum(
            VirtualServerSettings virtual, boolean up, long weight, boolean stopping, String text) {
        return new LvsEvent.QuorumState(
                virtual.name(),
                up,
                weight,
                virtual.quorum(),
                virtual.hysteresis(),
                stopping,
                up ? virtual.quorumUp() : virtual.quorumDown(),
                virtual.smtpAlert(),
                text);
    }
}
