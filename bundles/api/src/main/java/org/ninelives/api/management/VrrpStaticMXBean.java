package org.ninelives.api.management;

import java.util.List;

/** What is kept on the machine whatever the state of the virtual routers. */
@Description("Addresses, routes and rules that are kept whatever the state of virtual routers")
public interface VrrpStaticMXBean {

    @Description("static_ipaddress, in the order of the configuration; adverts tell none of them")
    List<VirtualAddressDetails> getAddresses();

    @Description("static_routes and static_rules, in the order of the configuration")
    VrrpRoutingDetails getRouting();
}
