package org.ninelives.api.management;

/** Something that happened on this node. */
public record EventRecord(
        @Description("Counts from 1 since the start of the daemon, without gaps") long sequence,
        @Description("When it was told, milliseconds since 1970 UTC") long timeMillis,
        @Description("What kind of thing happened, a word such as instance-state") String type,
        @Description("What it happened to, such as a virtual router, a sync group, a virtual server, a script, the configuration") String name,
        @Description("The log line that tells the same") String text) {}
