package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.system.VirtualLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes virtual interfaces away, those of one turn together: the kernel needs about as long for all
 * as for one.
 */
final class VirtualLinkRemoval {

    private static final Logger LOG = LoggerFactory.getLogger(VirtualLinkRemoval.class);

    private final Loop loop;
    private final TurnLog log;
    private final List<VirtualLink> going = new ArrayList<>();
    private boolean leftoversRemoved;

    VirtualLinkRemoval(Loop loop, TurnLog log) {
        this.loop = loop;
        this.log = log;
    }

    void add(VirtualLink link) {
        going.add(link);
    }

    void remove() {
        if (going.isEmpty()) {
            return;
        }
        try {
            loop.virtualLinks().remove(List.copyOf(going));
        } catch (SystemException e) {
            log.add(() -> LOG.error("{}", e.getMessage()));
        }
        going.clear();
    }

    /** Removes what an earlier run left, the first time it is called. */
    void removeLeftovers() {
        if (leftoversRemoved) {
            return;
        }
        leftoversRemoved = true;
        try {
            for (InterfaceName name : loop.virtualLinks().removeLeftovers()) {
                log.add(() -> LOG.info("{}, which an earlier run left behind, is removed", name));
            }
        } catch (SystemException e) {
            log.add(() -> LOG.warn("{}", e.getMessage()));
        }
    }
}
