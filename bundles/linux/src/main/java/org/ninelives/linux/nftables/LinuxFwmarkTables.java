package org.ninelives.linux.nftables;

import java.util.Optional;
import org.ninelives.api.ipvs.FwmarkTable;
import org.ninelives.api.ipvs.FwmarkTables;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.namespace.NetworkNamespace;
import org.osgi.service.component.annotations.Component;

/** Tables of nf_tables that mark packets. */
@Component
public final class LinuxFwmarkTables implements FwmarkTables {

    @Override
    public FwmarkTable open(Optional<String> networkNamespace, String name, int priority)
            throws SystemException {
        try {
            BatchSocket socket = NetworkNamespace.in(networkNamespace, BatchSocket::new);
            return new LinuxFwmarkTable(socket, name, priority);
        } catch (LinkageError e) {
            // JNA cannot unpack or load its library, or the C library lacks a function.
            throw new SystemException("calling the C library", "ELIBACC", e.toString());
        }
    }
}
