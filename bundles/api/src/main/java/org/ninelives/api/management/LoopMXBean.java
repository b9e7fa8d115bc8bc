package org.ninelives.api.management;

/** A thread that works to deadlines, such as the one that sends adverts. */
@Description("A loop of the daemon: how late it calls what is due, and how busy it is")
public interface LoopMXBean {

    @Description(
            "All counters at one moment; no loop is asked for them, so they are there too"
                    + " while it hangs")
    LoopStatus getStatus();

    @Description("Deadlines that were called since the loop started")
    long getDeadlines();

    @Description("The latest deadline since the loop started was called so many microseconds late")
    long getLateMicrosMax();
}
