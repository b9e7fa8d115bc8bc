package org.ninelives.api.management;

/** Somebody for whom a thing is watched, and what it means there. */
public record TrackerUser(
        @Description("vrrp_instance, vrrp_sync_group or virtual_server, whose servers it concerns")
                String kind,
        @Description("Its name, as the log calls it") String name,
        @Description(
                        "Weight as configured, -2147483648..2147483647 for a file that servers"
                                + " follow, else -254..254; with 0 it is a fault when it is bad")
                int weight,
        @Description("Whether good counts as bad, and bad as good") boolean reverse) {}
