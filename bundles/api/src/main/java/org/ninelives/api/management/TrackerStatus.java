package org.ninelives.api.management;

import java.util.List;

/** A thing that is watched, at one moment. */
public record TrackerStatus(
        @Description("What is watched: process, file, script, bfd or virtual server") String kind,
        @Description("Name of its block") String name,
        @Description(
                        "GOOD, BAD, VALUE for a file, UNKNOWN before the first result, or ABSENT"
                                + " when it cannot be watched")
                String state,
        @Description(
                        "What it counts: the number in a file, or the processes that match; 0 where"
                                + " there is nothing to count")
                long value,
        @Description(
                        "When the state, or the value of a file, changed last, milliseconds since"
                                + " 1970 UTC; 0 if never")
                long sinceMillis,
        @Description("That change in words; empty if there was none") String lastChange,
        @Description("Who counts it, and with which weight") List<TrackerUser> users) {

    /** The same with these users. */
    public TrackerStatus withUsers(List<TrackerUser> others) {
        return new TrackerStatus(kind, name, state, value, sinceMillis, lastChange, others);
    }
}
