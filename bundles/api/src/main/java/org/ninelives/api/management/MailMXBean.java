package org.ninelives.api.management;

/** The mail that tells people of changes of state. */
@Description("The mail that tells people of changes of state")
public interface MailMXBean {

    @Description("All counters and the last error at one moment")
    MailStatus getStatus();

    @Description("What is configured about it")
    MailDetails getDetails();

    @Description("Mails that wait for the server, the one under way included")
    int getQueued();

    @Description("Mails that the server has taken since the daemon started")
    long getSent();

    @Description("Mails that were given up since the daemon started")
    long getFailed();
}
