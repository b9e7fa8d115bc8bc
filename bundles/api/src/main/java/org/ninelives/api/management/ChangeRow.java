package org.ninelives.api.management;

/** What a reload does to one object, or would do. */
public record ChangeRow(
        @Description("ADD, CHANGE or REMOVE") String action,
        @Description("The keyword of its block: vrrp_instance, real_server, global_defs")
                String kind,
        @Description("Name of the object, such as VI_1") String name,
        @Description(
                        "Which keywords differ, with old and new value: priority 100 -> 150;"
                                + " secrets show no value; empty for what is added or removed as a"
                                + " whole")
                String what) {}
