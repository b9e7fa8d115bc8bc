package org.ninelives.linux.rtnetlink;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.SystemException;

/**
 * All interfaces and addresses of this machine.
 *
 * @param links in the kernel's order
 * @param addresses of all of them
 */
record LinkDump(List<Link> links, List<InterfaceAddress> addresses) {

    /** Asks the kernel for both lists. */
    static LinkDump read(Requests requests) throws SystemException {
        List<Link> links = new ArrayList<>();
        requests.list(
                "RTM_GETLINK",
                LinkCodec::writeDump,
                links::clear,
                message -> LinkCodec.read(message).ifPresent(links::add));
        List<InterfaceAddress> addresses = new ArrayList<>();
        requests.list(
                "RTM_GETADDR",
                AddressCodec::writeDump,
                addresses::clear,
                message -> AddressCodec.read(message).ifPresent(addresses::add));
        return new LinkDump(links, addresses);
    }
}
