package org.ninelives.api.management;

import java.util.List;

/** What is configured about mail. */
public record MailDetails(
        @Description("Name or address of the server; empty while no mail is configured")
                String serverHost,
        @Description("Its port, 1..65535; 0 while no mail is configured") int serverPort,
        @Description(
                        "How long the server may take for the connection and for each answer,"
                                + " milliseconds; 0 while no mail is configured")
                long timeoutMillis,
        @Description("The sender; empty while no mail is configured") String from,
        @Description("Addresses of those who get it") List<String> recipients,
        @Description("Whether faults are told") boolean faults,
        @Description("smtp_alert: ON, OFF, or UNSET where nothing says so") String alert,
        @Description("smtp_alert_vrrp, likewise") String alertVrrp,
        @Description("smtp_alert_checker, likewise") String alertChecker) {}
