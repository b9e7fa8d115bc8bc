package org.ninelives.api.ipvs;

import java.util.Optional;
import org.ninelives.api.system.SystemException;
import org.osgi.annotation.versioning.ProviderType;

/** The way to tables that mark packets for IPVS. Safe for use by several threads. */
@ProviderType
public interface FwmarkTables {

    /**
     * Prepares a table; nothing is in the kernel before there are rules.
     *
     * @param networkNamespace name of the network namespace of IPVS, as ip-netns(8) knows it; the
     *     own one when empty, and by the empty name the one in which the daemon was started
     * @param name of the table, such as {@code keepalived_ipvs}
     * @param priority of its chain among others, such as -1
     * @throws SystemException as {@link FwmarkTable#set}
     */
    FwmarkTable open(Optional<String> networkNamespace, String name, int priority)
            throws SystemException;
}
