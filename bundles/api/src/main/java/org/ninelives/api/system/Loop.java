package org.ninelives.api.system;

import org.ninelives.api.net.IpAddress;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One thread that waits for packets, kernel events, posted work and deadlines, and the machine as
 * that thread sees it.
 *
 * <p>A turn: wait until the earliest deadline or something is ready; read the clock once; hand over
 * what was received; call {@link LoopTask#due} if it is time; run posted work; send what was
 * queued; call {@link LoopTask#turnEnded}. An exception thrown by a callee is logged and ends that
 * call only, never the loop.
 */
@ProviderType
public interface Loop extends AutoCloseable {

    /**
     * Runs {@code work} on the loop's thread, in the order of posting, soon. Any thread; after
     * {@link #close} work is dropped.
     */
    void post(Runnable work);

    /**
     * The time of this turn: nanoseconds of CLOCK_MONOTONIC, the scale of {@link System#nanoTime}.
     */
    long nowNanos();

    Links links();

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

    /**
     * Opens a UDP socket.
     *
     * @throws SystemException EADDRINUSE if none of the ports is free
     */
    UdpSocket openUdpSocket(UdpSocket.Options options, UdpSocket.Receiver receiver)
            throws SystemException;

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
     * Asks the kernel to treat this thread so from now on, in place of what was asked for before.
     * What it refuses is logged, each with the right that lacks, and changes nothing else. Loop
     * thread only.
     */
    void tune(ThreadSettings settings);

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

    /** How late and how busy the loop is. Any thread. */
    LoopStatistics statistics();

    /**
     * Runs the work posted so far, ends the thread, closes all sockets, and waits for that, at most
     * a few seconds. Any thread.
     */
    @Override
    void close();
}
