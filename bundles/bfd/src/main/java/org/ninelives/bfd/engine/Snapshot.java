package org.ninelives.bfd.engine;

import org.ninelives.api.management.BfdSessionStatus;
import org.ninelives.api.net.IpAddress;
import org.ninelives.bfd.core.Diagnostic;
import org.ninelives.bfd.core.Neighbour;
import org.ninelives.bfd.core.Session;
import org.ninelives.bfd.settings.InstanceSettings;

/** A session at one moment, as a record that may leave the loop's thread. */
final class Snapshot {

    private Snapshot() {}

    static BfdSessionStatus of(RunningSession running) {
        InstanceSettings settings = running.settings();
        Session session = running.session();
        Neighbour neighbour = session.neighbour();
        return new BfdSessionStatus(
                settings.name(),
                session.state().word(),
                neighbour.state().word(),
                session.diagnostic().text(),
                Diagnostic.text(neighbour.diagnostic()),
                running.lastDownReason(),
                settings.neighbour().toString(),
                settings.source().map(IpAddress::toString).orElse(""),
                running.sourcePort(),
                settings.multihop(),
                settings.session().passive(),
                Integer.toUnsignedLong(session.discriminator()),
                Integer.toUnsignedLong(neighbour.discriminator()),
                session.txMicros(),
                session.detectionMicros(),
                settings.session().minTxMicros(),
                settings.session().minRxMicros(),
                settings.session().multiplier(),
                neighbour.minTxMicros(),
                neighbour.minRxMicros(),
                neighbour.multiplier(),
                session.isPolling(),
                running.lastTransitionMillis());
    }
}
