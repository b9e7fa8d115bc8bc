package org.ninelives.api.management;

/** An address of a virtual router, as it is configured. */
public record VirtualAddressDetails(
        @Description("Address and prefix length") String prefix,
        @Description("The interface that holds it; empty where it has none") String interfaceName,
        @Description("Its scope: 0 global, 200 site, 253 link, 254 host, 255 nowhere") int scope,
        @Description("Its broadcast address; empty if it has none") String broadcast,
        @Description("Its label, such as eth0:1; empty if it has none") String label,
        @Description("The other end of a point-to-point link; empty if it has none") String peer,
        @Description("Whether adverts tell it") boolean advertised) {}
