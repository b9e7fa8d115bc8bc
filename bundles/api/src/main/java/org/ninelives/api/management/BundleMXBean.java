package org.ninelives.api.management;

/** A bundle of the daemon, shipped with it or dropped in. */
@Description("A bundle of the daemon, shipped with it or dropped in")
public interface BundleMXBean {

    @Description("Everything about the bundle at one moment")
    BundleStatus getStatus();

    @Description("INSTALLED while something it needs is missing, RESOLVED, STARTING, ACTIVE, ...")
    String getState();

    @Description("What is wrong with it, a sentence; empty if nothing is")
    String getProblem();

    @Description("Starts a bundle that was dropped in and stopped; one that is shipped runs anyway")
    void start();

    @Description(
            "Stops a bundle that was dropped in, until start, a restart of the daemon or a change"
                    + " of its file; one that is shipped is never stopped")
    void stop();
}
