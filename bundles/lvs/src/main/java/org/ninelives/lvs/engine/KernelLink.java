package org.ninelives.lvs.engine;

import java.util.List;
import java.util.Optional;
import org.ninelives.api.ipvs.Ipvs;
import org.ninelives.api.ipvs.IpvsChange;
import org.ninelives.api.ipvs.IpvsFailure;
import org.ninelives.api.ipvs.IpvsKernel;
import org.ninelives.api.ipvs.ServiceEntry;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.ipvs.SyncDaemon;
import org.ninelives.api.system.Backoff;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.SystemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to IPVS, sought again while the kernel has none. Loop thread only. */
final class KernelLink {

    private static final Logger LOG = LoggerFactory.getLogger(KernelLink.class);

    private final IpvsKernel kernel;
    private final Backoff backoff = new Backoff();
    private Optional<Ipvs> ipvs = Optional.empty();
    private long retryNanos = LoopTask.NEVER;
    private boolean complained;
    private String version = "";
    private String problem = "";

    KernelLink(IpvsKernel kernel) {
        this.kernel = kernel;
    }

    /**
     * Opens IPVS.
     *
     * @return whether it is open now; if not, it is due at {@link #retryNanos}
     */
    boolean open(long nowNanos, Optional<String> networkNamespace) {
        try {
            ipvs = Optional.of(kernel.open(networkNamespace));
            version = ipvs.get().version();
            if (complained) {
                LOG.info("IPVS {} is there now", version);
            }
            complained = false;
            problem = "";
            retryNanos = LoopTask.NEVER;
            backoff.works();
            return true;
        } catch (SystemException e) {
            lost(nowNanos, e);
            return false;
        }
    }

    boolean isOpen() {
        return ipvs.isPresent();
    }

    /** When to open it again, or {@link LoopTask#NEVER}. */
    long retryNanos() {
        return retryNanos;
    }

    /** Makes changes; what was refused. Where the kernel does not answer the way is closed. */
    List<IpvsFailure> apply(long nowNanos, List<IpvsChange> changes) {
        if (ipvs.isEmpty() || changes.isEmpty()) {
            return List.of();
        }
        try {
            return ipvs.get().apply(changes);
        } catch (SystemException e) {
            lost(nowNanos, e);
            return List.of();
        }
    }

    /** All services of the kernel; empty where it does not answer, and the way is closed then. */
    Optional<List<ServiceEntry>> services(long nowNanos) {
        if (ipvs.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ipvs.get().services());
        } catch (SystemException e) {
            lost(nowNanos, e);
            return Optional.empty();
        }
    }

    /** A service as the kernel has it now; empty if it has not. */
    Optional<ServiceEntry> service(ServiceKey key) {
        if (ipvs.isEmpty()) {
            return Optional.empty();
        }
        try {
            return ipvs.get().service(key);
        } catch (SystemException e) {
            LOG.debug("{} cannot be read: {}", key, e.getMessage());
            return Optional.empty();
        }
    }

    /** The sync daemons that run. */
    List<SyncDaemon> syncDaemons() {
        if (ipvs.isEmpty()) {
            return List.of();
        }
        try {
            return ipvs.get().syncDaemons();
        } catch (SystemException e) {
            LOG.debug("Sync daemons cannot be read: {}", e.getMessage());
            return List.of();
        }
    }

    private void lost(long nowNanos, SystemException cause) {
        problem = cause.getMessage();
        if (!complained) {
            complained = true;
            LOG.error(
                    "IPVS: {}. Checks and notifications go on, and IPVS is taken up when it"
                            + " appears",
                    problem);
        }
        close();
        retryNanos = nowNanos + backoff.failed();
    }

    /** Why there is no way; empty while there is. */
    String problem() {
        return problem;
    }

    /** The version of IPVS; empty before it was opened. */
    String version() {
        return version;
    }

    void close() {
        ipvs.ifPresent(Ipvs::close);
        ipvs = Optional.empty();
    }
}
