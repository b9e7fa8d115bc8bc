package org.ninelives.api.system;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The networks this machine is in. Safe for use by several threads. */
@ProviderType
public interface Networks {

    /**
     * Opens the way to the hosts of one network namespace.
     *
     * @param networkNamespace its name, as ip-netns(8) knows it; the own one when empty
     * @throws SystemException ENOENT if there is no such namespace
     */
    Connections open(Optional<String> networkNamespace) throws SystemException;
}
