package org.ninelives.api.system;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Changes the addresses of the machine. Loop thread only. */
@ProviderType
public interface Addresses {

    /**
     * Makes the changes in their order, in as few system calls as they fit in. A refused change
     * does not stop the others. The kernel works while this method runs: some microseconds for each
     * change, but a tenth of a millisecond where an interface has ten thousand addresses.
     *
     * @return the refused changes
     */
    List<AddressFailure> apply(List<AddressChange> changes);
}
