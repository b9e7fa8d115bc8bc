package org.ninelives.api.ipvs;

import java.util.Optional;
import org.ninelives.api.system.SystemException;
import org.osgi.annotation.versioning.ProviderType;

/** The way to IPVS. Safe for use by several threads. */
@ProviderType
public interface IpvsKernel {

    /**
     * Opens IPVS, which makes the kernel load it if it can.
     *
     * @param networkNamespace name of the network namespace, as ip-netns(8) knows it; the own one
     *     when empty, and by the empty name the one in which the daemon was started
     * @throws SystemException ENOENT if the kernel has no IPVS and cannot load it; EPERM without
     *     CAP_NET_ADMIN
     */
    Ipvs open(Optional<String> networkNamespace) throws SystemException;
}
