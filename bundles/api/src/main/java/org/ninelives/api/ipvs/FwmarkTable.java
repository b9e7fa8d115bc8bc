package org.ninelives.api.ipvs;

import java.util.List;
import org.ninelives.api.system.SystemException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A table of nf_tables for each address family, which marks packets on their way in, before IPVS
 * sees them. Safe for use by one thread at a time.
 */
@ProviderType
public interface FwmarkTable extends AutoCloseable {

    /**
     * Marks by these rules from now on, in one step for each address family; a family without rules
     * has no table. Packets never meet a table that is half done.
     *
     * @throws SystemException EPROTONOSUPPORT or EOPNOTSUPP when the kernel has no nf_tables; EPERM
     *     without CAP_NET_ADMIN; EEXIST if an end of a range of one rule is within that of an
     *     earlier one, with another mark. What marked before goes on.
     */
    void set(List<FwmarkRule> rules) throws SystemException;

    /** Removes the tables. Does not fail. */
    @Override
    void close();
}
