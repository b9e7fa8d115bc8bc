package org.ninelives.api.management;

/** All health checks at one moment. */
public record ChecksStatus(
        @Description("Checks of all real servers") int checks,
        @Description("Those that have something to look at, equal ones counted once") int looks,
        @Description("Looks that have not ended") int underWay,
        @Description("Looks whose time has come, but for which too many others are under way")
                int waiting,
        @Description("Looks that have not ended although they were told to") int leftBehind,
        @Description("Looks that have ended since the daemon started") long ended,
        @Description("Half of the looks started so late or less, microseconds") long lateMicrosHalf,
        @Description("Of a hundred looks, ninety-nine started so late or less, microseconds")
                long lateMicros99,
        @Description("How late the latest look started, microseconds") long lateMicrosMax) {}
