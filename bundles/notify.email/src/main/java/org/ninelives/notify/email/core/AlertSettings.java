package org.ninelives.notify.email.core;

import java.util.Optional;

/**
 * Which changes are mailed.
 *
 * @param nodeName told in the subjects ({@code router_id})
 * @param byDefault whether virtual routers and groups are that do not say so themselves ({@code
 *     smtp_alert_vrrp}, {@code smtp_alert})
 * @param checkersByDefault whether virtual servers and real servers are that do not say so
 *     themselves ({@code smtp_alert_checker}, {@code smtp_alert}); empty where nothing says so
 * @param faults whether faults are ({@code no_email_faults})
 */
public record AlertSettings(
        String nodeName, boolean byDefault, Optional<Boolean> checkersByDefault, boolean faults) {}
