package org.ninelives.api.management;

import java.util.List;
import org.ninelives.api.ipvs.IpvsCounters;

/** One real server of a virtual server. */
@Description("One real server of a virtual server")
@Notifies({NotificationType.HEALTH, NotificationType.DRAIN})
public interface RealServerMXBean {

    @Description("Everything about the real server at one moment")
    RealServerStatus getStatus();

    @Description("UP, DOWN, DRAINING or DRAINED")
    String getState();

    @Description("Weight in force while it serves")
    int getEffectiveWeight();

    @Description("What has gone through it, summed up over the addresses of its virtual server")
    IpvsCounters getCounters();

    @Description("What it is configured to be, as far as its status does not tell it")
    RealServerDetails getDetails();

    @Description(
            "Its connections and what has gone through it, all 0 while it is not in the kernel")
    ServerTraffic getTraffic();

    @Description("Why it serves or does not, and what to check; the most important first")
    @Reads
    List<String> explain();

    @Description(
            "Gives it no more connections and takes it out of the kernel when it has none left or"
                    + " the time is up; lasts until undrain or a restart, reloads included")
    void drain(
            @Description("seconds; 0 for drain_timeout, or as long as it takes where that is 0")
                    long seconds);

    @Description("Lets it serve again after drain")
    void undrain();

    // It answers something because a setter without an answer would be an attribute, and no
    // operation, for every JMX client.
    @Description(
            "Sets the weight in place of that of the file and of checks, until clearWeight or a"
                    + " restart, reloads included; answers the one in force before")
    int setWeight(@Description("0..2147483647; 0 for no new connections") int weight);

    @Description("Gives back the weight that the file and the checks say")
    void clearWeight();

    @Description("Sets the weight in place of that of the file and of checks")
    OverrideStatus overrideWeight(
            @Description("0..2147483647; 0 for no new connections") int weight,
            @Description("seconds; 0 for no end") long seconds,
            @Description(OverridesMXBean.LASTING) String lasting);

    @Description(
            "Takes it out at once, as a server whose check failed, until enable or the end of the"
                    + " time")
    OverrideStatus disable(
            @Description("seconds; 0 for no end") long seconds,
            @Description(OverridesMXBean.LASTING) String lasting);

    @Description("Lets it serve again after disable; false if it was not disabled")
    boolean enable();
}
