package org.ninelives.bfd.internal;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.management.BfdSessionStatus;
import org.ninelives.bfd.settings.InstanceSettings;

/** A session as dumps tell of it. */
final class SessionText {

    private final List<String> lines = new ArrayList<>();

    private SessionText() {}

    static List<String> of(InstanceSettings settings, BfdSessionStatus status) {
        SessionText text = new SessionText();
        text.lines.add(" BFD Instance = " + settings.name());
        text.configured(settings, status);
        text.found(status);
        return text.lines;
    }

    private void configured(InstanceSettings settings, BfdSessionStatus status) {
        say("Neighbor IP", status.neighbour());
        if (!status.source().isEmpty()) {
            say("Source IP", status.source());
        }
        say("Required min RX interval", status.minRxMicros() + " us");
        say("Desired min TX interval", status.minTxMicros() + " us");
        say("Desired idle TX interval", settings.session().idleTxMicros() + " us");
        say("Detection multiplier", status.multiplier());
        say("TTL", settings.hopLimit());
        say("passive", status.passive());
    }

    private void found(BfdSessionStatus status) {
        say("local state", status.state());
        say("remote state", status.remoteState());
        say("local discriminator", "0x" + Long.toHexString(status.discriminator()));
        say("remote discriminator", "0x" + Long.toHexString(status.remoteDiscriminator()));
        say("local diag", status.diagnostic());
        say("remote diag", status.remoteDiagnostic());
        say("remote min tx intv", status.remoteMinTxMicros() + " us");
        say("remote min rx intv", status.remoteMinRxMicros() + " us");
        say("remote detect multiplier", status.remoteMultiplier());
        lines.add("   " + (status.polling() ? "poll" : "!poll"));
        say("local tx intv", status.transmitIntervalMicros() + " us");
        say("local detection time", status.detectionTimeMicros() + " us");
    }

    private void say(String label, Object value) {
        lines.add("   " + label + " = " + value);
    }
}
