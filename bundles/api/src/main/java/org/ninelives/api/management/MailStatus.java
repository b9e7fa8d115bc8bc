package org.ninelives.api.management;

/** The mail at one moment. Counters are since the daemon started. */
public record MailStatus(
        @Description("Host and port; empty while no mail is configured") String server,
        @Description("Mails that wait, the one under way included") int queued,
        @Description("Mails that the server has taken for at least one recipient") long sent,
        @Description("Mails that were given up") long failed,
        @Description("How often the server refused a recipient of a mail") long refusedRecipients,
        @Description("Changes that were told in a mail of many") long digested,
        @Description("Why a mail could not be sent the last time; empty if that never was so")
                String lastError,
        @Description("When that was, milliseconds since 1970 UTC; 0 if never") long lastErrorMillis,
        @Description(
                        "When the server took the latest mail, milliseconds since 1970 UTC; 0 if"
                                + " never")
                long lastSentMillis) {}
