package org.ninelives.notify.email.core;

/**
 * Which changes are mailed.
 *
 * @param nodeName told in the subjects ({@code router_id})
 * @param byDefault whether virtual routers and groups are that do not say so themselves ({@code
 *     smtp_alert_vrrp}, {@code smtp_alert})
 * @param faults whether faults are ({@code no_email_faults})
 */
public record AlertSettings(String nodeName, boolean byDefault, boolean faults) {}
