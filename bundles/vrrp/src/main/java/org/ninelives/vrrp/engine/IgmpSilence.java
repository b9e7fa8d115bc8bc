package org.ninelives.vrrp.engine;

import java.util.Optional;
import org.ninelives.api.system.KernelSetting;
import org.ninelives.api.system.KernelSettings;
import org.ninelives.api.system.SystemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the kernel from reporting that this machine listens to groups of 224.0.0.0/24, that of VRRP
 * among them ({@code disable_local_igmp}). Switches forward these to all ports whoever reports
 * them, RFC 4541 section 2.1.2; needs Linux 4.3.
 */
final class IgmpSilence {

    private static final Logger LOG = LoggerFactory.getLogger(IgmpSilence.class);

    private static final KernelSetting REPORTS =
            new KernelSetting("net/ipv4/igmp_link_local_mcast_reports");

    private final KernelSettings kernelSettings;
    private final TurnLog log;
    private boolean wanted;
    private Optional<KernelSettings.Hold> hold = Optional.empty();

    IgmpSilence(KernelSettings kernelSettings, TurnLog log) {
        this.kernelSettings = kernelSettings;
        this.log = log;
    }

    /** Begins at once, so that whoever joins a group after this is not reported. */
    void want(boolean silence) {
        boolean other = silence != wanted;
        wanted = silence;
        if (!other || !wanted || hold.isPresent()) {
            return;
        }
        try {
            hold = Optional.of(kernelSettings.hold(REPORTS, 0));
        } catch (SystemException e) {
            log.add(() -> LOG.warn("disable_local_igmp has no effect: {}", e.getMessage()));
        }
    }

    boolean isKept() {
        return hold.isPresent();
    }

    /** Ends when it is not wanted any more: whoever leaves a group before this is not reported. */
    void endIfUnwanted() {
        if (!wanted) {
            hold.ifPresent(KernelSettings.Hold::close);
            hold = Optional.empty();
        }
    }
}
