package org.ninelives.api.system;

import java.util.List;
import java.util.Optional;
import org.ninelives.api.net.InterfaceName;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The network interfaces of this machine and their addresses, kept up to date by rtnetlink. Loop
 * thread only.
 */
@ProviderType
public interface Links {

    /**
     * Begins to watch. The listener hears of all that exists before this method returns, and of
     * each change afterwards. When the kernel's event queue overran, everything is read again and
     * the differences are told as if they were events.
     *
     * <p>Addresses that go because {@link Addresses} of the same loop removes them, or another of
     * their network, are not told to be gone: who asked for it knows.
     *
     * @throws SystemException if rtnetlink refuses the dump
     */
    void watch(LinkListener listener) throws SystemException;

    /** The interface with this name, as last told. */
    Optional<Link> find(InterfaceName name);

    /** The interface with this index, as last told. */
    Optional<Link> find(int linkIndex);

    /** The addresses of an interface in the kernel's order, as last told. */
    List<InterfaceAddress> addresses(int linkIndex);

    /**
     * Whether this machine forwards IPv6 packets that come by an interface, and so calls itself a
     * router in neighbour advertisements (RFC 4861 section 4.4); asked anew at each call. False
     * where the interface is not there or has no IPv6.
     */
    boolean forwardsIpv6(int linkIndex);
}
