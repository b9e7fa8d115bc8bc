package org.ninelives.management;

import org.ninelives.api.management.Reads;

/** A bean that can be changed in every way there is. */
public interface DoorMXBean {

    /** What became of it. */
    record Report(String result, int errors) {}

    String getState();

    int getAngle();

    /** Grows by itself, and is not what an audit line is about. */
    long getTimesLookedAt();

    boolean isLocked();

    void setLocked(boolean locked);

    int open(int degrees, String note, String password);

    void shut();

    /** Refuses, and throws nothing. */
    Report lockUp();

    /** Fails in a way of its own. */
    void kick();

    @Reads
    String look();
}
