package org.ninelives.management.access;

/** A bean with one of everything. */
public interface SwitchMXBean {
    int getLevel();

    void setLevel(int level);

    /** Changes nothing. */
    String look(String what);

    /** Answers who pressed it. */
    String press(int times);
}
