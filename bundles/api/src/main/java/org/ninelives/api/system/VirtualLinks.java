package org.ninelives.api.system;

import java.util.Collection;
import java.util.List;
import org.ninelives.api.net.InterfaceName;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Virtual interfaces with an Ethernet address of their own (macvlan) or of their parent (ipvlan),
 * on which a virtual router keeps its addresses. Only interfaces that carry Ninelives' mark are
 * ever removed. Loop thread only.
 */
@ProviderType
public interface VirtualLinks {

    /**
     * Makes an interface, sets what the kernel must know so that addresses on it answer with its
     * Ethernet address, and sets it up. One that is there already with the wanted parent, kind and
     * Ethernet address is kept, be it from an earlier call, left over from an earlier run, or
     * another's; one with our mark that is otherwise and that nobody here holds is replaced; any
     * other takes its name, and the next name is tried. Asking again for one of one's own, with
     * another group or IPv6, changes it in place.
     *
     * <p>{@link Links} hears of the interface in a later turn; until then use the answer's index.
     * When its parent goes the interface goes too, which Links tells; then call {@link #remove}
     * and, once the parent is back, this again.
     *
     * @throws SystemException ENODEV when there is no such parent; EEXIST when all names are taken;
     *     EPERM without CAP_NET_ADMIN; EOPNOTSUPP when the kernel lacks the kind
     */
    VirtualLink create(VirtualLinkRequest request) throws SystemException;

    /**
     * Takes interfaces away and puts back the kernel settings that were changed for them. One that
     * is gone already, or is another's by now, counts as done. The kernel takes some 20 ms, be it
     * for one or for all at once.
     */
    void remove(Collection<VirtualLink> links) throws SystemException;

    /** Takes one interface away. */
    default void remove(VirtualLink link) throws SystemException {
        remove(List.of(link));
    }

    /**
     * Takes away all interfaces with our mark that {@link #create} of this loop did not make or
     * keep: what an earlier run left behind.
     *
     * @return their names
     */
    List<InterfaceName> removeLeftovers() throws SystemException;

    /**
     * Looks, as far as can be seen from here, whether addresses on the interface will be answered
     * for with its Ethernet address and whether replies will get through.
     *
     * @param transmit whether to send a frame from its Ethernet address to see it leave by the
     *     parent. Only a master may: switches would send the traffic of the virtual address to a
     *     backup otherwise.
     */
    VirtualLinkReport check(VirtualLink link, boolean transmit);
}
