package org.ninelives.api.management;

/** A kind of health check, such as TCP_CHECK. */
@Description("A kind of health check, such as TCP_CHECK")
public interface CheckerTypeMXBean {

    @Description("All that is known of it at one moment")
    CheckerTypeStatus getStatus();

    @Description("PRESENT, or LEFT while its bundle is away and its checks keep their last result")
    String getState();

    @Description("Checks of real servers")
    long getChecks();

    @Description("Looks that have ended since the daemon started")
    long getEnded();

    @Description("Looks in which the checker itself failed")
    long getFaults();

    @Description("Looks that have not ended although they were told to")
    int getLeftBehind();
}
