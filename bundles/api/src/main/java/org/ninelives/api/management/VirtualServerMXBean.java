package org.ninelives.api.management;

import java.util.List;
import java.util.Map;
import org.ninelives.api.ipvs.IpvsCounters;

/** One virtual server of this node. */
@Description("One virtual server of this node")
@Notifies({NotificationType.QUORUM, NotificationType.HEALTH, NotificationType.DRAIN})
public interface VirtualServerMXBean {

    @Description("Everything about the virtual server at one moment")
    VirtualServerStatus getStatus();

    @Description(
            "UP with its quorum, DOWN without, DRAINING when it was removed and has connections")
    String getState();

    @Description("Its real servers, by their names")
    Map<String, RealServerStatus> getServers();

    @Description("What has gone through it, summed up over its addresses")
    IpvsCounters getCounters();

    @Description("What it is configured to do, as far as its status does not tell it")
    VirtualServerDetails getDetails();

    @Description(
            "Connections of its sorry server and what has gone through it, all 0 while that is not"
                    + " in the kernel")
    ServerTraffic getSorryTraffic();

    @Description("Why it is in its state, and who of its real servers is out and why")
    @Reads
    List<String> explain();

    @Description(
            "Takes all its services out of the kernel at once, connections included, until enable"
                    + " or the end of the time; its servers go on being checked")
    OverrideStatus disable(
            @Description("seconds; 0 for no end") long seconds,
            @Description(OverridesMXBean.LASTING) String lasting);

    @Description("Serves again after disable; false if it was not disabled")
    boolean enable();
}
