package org.ninelives.vrrp.engine;

import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Links;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of each address that comes or goes, where this logger is at its finest (option -a). */
final class AddressLog {

    private static final Logger LOG = LoggerFactory.getLogger(AddressLog.class);

    private final TurnLog log;
    private final Links links;

    AddressLog(TurnLog log, Links links) {
        this.log = log;
        this.links = links;
    }

    void added(InterfaceAddress address) {
        tell(address, "added to");
    }

    void removed(InterfaceAddress address) {
        tell(address, "removed from");
    }

    private void tell(InterfaceAddress address, String what) {
        if (LOG.isTraceEnabled()) {
            String on = links.find(address.linkIndex()).map(link -> link.name().name()).orElse("?");
            log.add(
                    () ->
                            LOG.info(
                                    "Netlink reflector reports IP {} {} {}",
                                    address.prefix().address(),
                                    what,
                                    on));
        }
    }
}
