package org.ninelives.api.system;

import org.ninelives.api.net.IpAddress;
import org.osgi.annotation.versioning.ProviderType;

/** A loop with the machine as its thread sees it, and may change it. */
@ProviderType
public interface Loop extends WatchLoop {

    Addresses addresses();

    Routes routes();

    Rules rules();

    /**
     * Opens a raw socket for adverts.
     *
     * @throws SystemException EPERM without CAP_NET_RAW; ENODEV if the interface is not there
     */
    AdvertSocket openAdvertSocket(AdvertSocket.Options options, AdvertSocket.Receiver receiver)
            throws SystemException;

    /**
     * Opens a packet socket that sends Ethernet frames on any interface.
     *
     * @throws SystemException EPERM without CAP_NET_RAW
     */
    FrameSocket openFrameSocket() throws SystemException;

    VirtualLinks virtualLinks();

    KernelSettings kernelSettings();

    Firewall firewall();

    /**
     * From now on {@link #close} leaves virtual interfaces, kernel settings and the firewall as
     * they are; otherwise it removes and puts back whatever is still there of them. Loop thread
     * only.
     */
    void keepOnClose();

    /**
     * Begins to hear who claims addresses on an interface.
     *
     * @param family IPv4 for ARP, IPv6 for neighbour advertisements
     * @throws SystemException EPERM without CAP_NET_RAW; ENODEV if the interface is not there
     */
    NeighbourWatch openNeighbourWatch(
            Link link, IpAddress.Family family, NeighbourWatch.Receiver receiver)
            throws SystemException;

    /** Asks hosts whether they answer. */
    EchoProbe echo();

    /**
     * Sets how much the kernel keeps for this loop; {@link NetlinkBuffers#LARGE} from the start.
     *
     * @throws SystemException EPERM if a size is forced without CAP_NET_ADMIN
     */
    void setNetlinkBuffers(NetlinkBuffers buffers) throws SystemException;
}
