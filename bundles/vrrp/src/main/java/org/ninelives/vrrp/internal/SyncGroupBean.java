package org.ninelives.vrrp.internal;

import java.util.Map;
import org.ninelives.api.management.VrrpSyncGroupDetails;
import org.ninelives.api.management.VrrpSyncGroupMXBean;
import org.ninelives.api.management.VrrpSyncGroupStatus;
import org.ninelives.vrrp.engine.VrrpService;

/**
 * One sync group as a bean. Safe for use by several threads.
 *
 * @param group its name
 */
record SyncGroupBean(String group, VrrpService service) implements VrrpSyncGroupMXBean {

    @Override
    public VrrpSyncGroupStatus getStatus() {
        return service.groupStatus(group)
                .orElseGet(() -> new VrrpSyncGroupStatus(group, "INIT", Map.of(), 0, 0));
    }

    @Override
    public String getState() {
        return getStatus().state();
    }

    @Override
    public VrrpSyncGroupDetails getDetails() {
        return Details.ofGroup(service.applied(), group);
    }
}
