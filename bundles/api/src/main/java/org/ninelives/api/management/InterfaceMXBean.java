package org.ninelives.api.management;

/** One network interface that virtual routers run on, or track. */
@Description("One network interface that virtual routers of this node run on or track")
public interface InterfaceMXBean {

    @Description("Everything about the interface at one moment")
    InterfaceStatus getStatus();

    @Description("Whether it counts as up; after its debounce time, where it has one")
    boolean isUp();

    @Description("The kernel's number for it, 1..2147483647; 0 while it does not exist")
    int getIndex();
}
