package org.ninelives.api.management;

/**
 * All health checks at one moment.
 *
 * @param checks checks of all real servers
 * @param looks those that have something to look at, equal ones counted once
 * @param underWay looks that have not ended
 * @param waiting looks whose time has come, but for which too many others are under way
 * @param leftBehind looks that have not ended although they were told to
 * @param ended looks that have ended since the daemon started
 * @param lateMicrosHalf half of the looks started so late or less
 * @param lateMicros99 of a hundred looks, ninety-nine started so late or less
 * @param lateMicrosMax how late the latest look started
 */
public record ChecksStatus(
        int checks,
        int looks,
        int underWay,
        int waiting,
        int leftBehind,
        long ended,
        long lateMicrosHalf,
        long lateMicros99,
        long lateMicrosMax) {}
