package org.ninelives.bfd.internal;

import java.util.List;
import org.ninelives.api.dump.DumpText;
import org.ninelives.api.management.BfdSessionStatus;
import org.ninelives.bfd.settings.InstanceSettings;

/** A session as dumps tell of it. */
final class SessionText {

    private final DumpText text = new DumpText();

    private SessionText() {}

    static List<String> of(InstanceSettings settings, BfdSessionStatus status) {
        SessionText session = new SessionText();
        session.text.thing("BFD Instance", settings.name());
        session.configured(settings, status);
        session.found(status);
        return session.text.lines();
    }

    private void configured(InstanceSettings settings, BfdSessionStatus status) {
        text.say("Neighbor IP", status.neighbour());
        if (!status.source().isEmpty()) {
            text.say("Source IP", status.source());
        }
        text.say("Required min RX interval", status.minRxMicros() + " us");
        text.say("Desired min TX interval", status.minTxMicros() + " us");
        text.say("Desired idle TX interval", settings.session().idleTxMicros() + " us");
        text.say("Detection multiplier", status.multiplier());
        text.say("TTL", settings.hopLimit());
        text.say("passive", status.passive());
    }

    private void found(BfdSessionStatus status) {
        text.say("local state", status.state());
        text.say("remote state", status.remoteState());
        text.say("local discriminator", "0x" + Long.toHexString(status.discriminator()));
        text.say("remote discriminator", "0x" + Long.toHexString(status.remoteDiscriminator()));
        text.say("local diag", status.diagnostic());
        text.say("remote diag", status.remoteDiagnostic());
        text.say("remote min tx intv", status.remoteMinTxMicros() + " us");
        text.say("remote min rx intv", status.remoteMinRxMicros() + " us");
        text.say("remote detect multiplier", status.remoteMultiplier());
        text.sentence(status.polling() ? "poll" : "!poll");
        text.say("local tx intv", status.transmitIntervalMicros() + " us");
        text.say("local detection time", status.detectionTimeMicros() + " us");
    }
}
