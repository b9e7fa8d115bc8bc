package org.ninelives.api.ipvs;

import java.util.List;
import org.ninelives.config.grammar.Values;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows the keyword by which blocks of others ask for the sync daemons of IPVS. Publish one in the
 * service registry, beside the configuration section that owns the blocks.
 */
@ConsumerType
public interface SyncInterfaceSource {

    /**
     * What a configuration says so, in the order of the file. Reports no problem. Pure.
     *
     * @param root the root block, as all sections have it
     */
    List<SyncInterface> read(Values root);
}
