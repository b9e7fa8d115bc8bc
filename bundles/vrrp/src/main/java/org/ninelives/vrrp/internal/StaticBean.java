package org.ninelives.vrrp.internal;

import java.util.List;
import org.ninelives.api.management.VirtualAddressDetails;
import org.ninelives.api.management.VrrpRoutingDetails;
import org.ninelives.api.management.VrrpStaticMXBean;
import org.ninelives.vrrp.engine.VrrpService;
import org.ninelives.vrrp.settings.StaticEntry;

/**
 * What is kept whatever the state of virtual routers, as a bean. Safe for use by several threads.
 */
record StaticBean(VrrpService service) implements VrrpStaticMXBean {

    @Override
    public List<VirtualAddressDetails> getAddresses() {
        return service.applied().statics().addresses().stream()
                .map(StaticEntry::entry)
                .map(address -> Details.address(address, "", false))
                .toList();
    }

    @Override
    public VrrpRoutingDetails getRouting() {
        return RoutingDetails.of(service.applied().statics());
    }
}
