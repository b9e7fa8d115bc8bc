package org.ninelives.linux.connection;

import java.util.Optional;
import org.ninelives.api.system.Connections;
import org.ninelives.api.system.Networks;
import org.ninelives.api.system.SystemException;
import org.osgi.service.component.annotations.Component;

/** The networks of this machine, by sockets of its kernel. */
@Component
public final class LinuxNetworks implements Networks {

    private final SocketPlaces places = SocketPlaces.ofThisProcess();

    @Override
    public Connections open(Optional<String> networkNamespace) throws SystemException {
        try {
            return LinuxConnections.open(networkNamespace, places);
        } catch (LinkageError e) {
            // JNA cannot unpack or load its library, or the C library lacks a function.
            throw new SystemException("calling the C library", "ELIBACC", e.toString());
        }
    }
}
