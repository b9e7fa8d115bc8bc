package org.ninelives.api.system;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The part of the packet filter that is ours: a table of our own for each address family, which is
 * put back when others remove or change it. It serves a configuration that asks for iptables and
 * ipsets too, as every kernel that has those can have nf_tables beside them. Loop thread only.
 */
@ProviderType
public interface Firewall {

    /**
     * Makes the filter what the state says; what is new and what is no longer wanted changes in one
     * step for each address family. Costs time in proportion to all addresses, so call it once for
     * all changes of a turn.
     *
     * @throws SystemException EPROTONOSUPPORT or EOPNOTSUPP when the kernel has no nf_tables; EPERM
     *     without CAP_NET_ADMIN. The filter of that family is then as it was, and the next call
     *     tries again.
     */
    void apply(FirewallState desired) throws SystemException;
}
