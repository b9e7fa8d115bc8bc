package org.ninelives.api.ipvs;

import java.util.List;
import java.util.Optional;
import org.ninelives.api.system.SystemException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * IPVS of one network namespace, over generic netlink. Waits for the kernel only. Safe for use by
 * one thread at a time.
 */
@ProviderType
public interface Ipvs extends AutoCloseable {

    /** Version of IPVS, such as {@code 1.2.1}. */
    String version() throws SystemException;

    /** All services with their destinations, in the kernel's order. */
    List<ServiceEntry> services() throws SystemException;

    /** One service; empty if the kernel does not have it. */
    Optional<ServiceEntry> service(ServiceKey key) throws SystemException;

    IpvsTimeouts timeouts() throws SystemException;

    /** The sync daemons that run, at most one of each role. */
    List<SyncDaemon> syncDaemons() throws SystemException;

    /**
     * Makes these changes in this order, as many per system call as fit. A refused one stops none
     * of those after it.
     *
     * @return what was refused, in the order of the changes
     * @throws SystemException if the kernel did not answer at all; ENOENT where it has no IPVS
     */
    List<IpvsFailure> apply(List<IpvsChange> changes) throws SystemException;

    @Override
    void close();
}
