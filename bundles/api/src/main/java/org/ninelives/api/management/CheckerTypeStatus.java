package org.ninelives.api.management;

/**
 * A kind of health check at one moment.
 *
 * @param state PRESENT, or LEFT while its bundle is away and its checks keep their last result
 * @param help what it checks
 * @param bundle which bundle brings it
 * @param checks checks of real servers
 * @param ended looks that have ended since the daemon started
 * @param failures those of them that did not pass
 * @param faults those of them in which the checker itself failed
 * @param underWay looks that have not ended
 * @param leftBehind looks that have not ended although they were told to
 * @param lastFault how the checker failed last; empty if it never did
 */
public record CheckerTypeStatus(
        String keyword,
        String state,
        String help,
        String bundle,
        long checks,
        long ended,
        long failures,
        long faults,
        int underWay,
        int leftBehind,
        String lastFault) {}
