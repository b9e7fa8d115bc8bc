package org.ninelives.vrrp.settings;

/**
 * Periodic announcements that keep switches in mind where the virtual MAC address lives ({@code
 * garp_extra_if}).
 *
 * @param periodNanos the time between them
 * @param allInterfaces addresses on other interfaces are announced too, not only those on the
 *     virtual interface
 */
public record ExtraAnnouncements(long periodNanos, boolean allInterfaces) {}
