package org.ninelives.api.management;

/** A kind of health check at one moment. */
public record CheckerTypeStatus(
        @Description("Keyword of the checker, such as TCP_CHECK") String keyword,
        @Description(
                        "PRESENT, or LEFT while its bundle is away and its checks keep their last"
                                + " result")
                String state,
        @Description("What it checks") String help,
        @Description("Symbolic name of the bundle that brings it") String bundle,
        @Description("Checks of real servers with this keyword") long checks,
        @Description("Looks that have ended since the daemon started") long ended,
        @Description("Those of them that did not pass") long failures,
        @Description("Those of them in which the checker itself failed") long faults,
        @Description("Looks that have not ended") int underWay,
        @Description("Looks that have not ended although they were told to") int leftBehind,
        @Description("How the checker failed last; empty if it never did") String lastFault) {}
