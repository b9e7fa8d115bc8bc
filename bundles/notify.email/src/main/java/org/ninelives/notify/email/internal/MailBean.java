package org.ninelives.notify.email.internal;

import java.util.function.Supplier;
import org.ninelives.api.management.MailDetails;
import org.ninelives.api.management.MailMXBean;
import org.ninelives.api.management.MailStatus;
import org.ninelives.notify.email.core.Tally;
import org.ninelives.notify.email.settings.MailSettings;

/** The mail as a bean. Safe for use by several threads. */
final class MailBean implements MailMXBean {

    private final Postman postman;
    private final Supplier<MailSettings> settings;

    /**
     * Tells of what a postman does.
     *
     * @param settings those that hold now
     */
    MailBean(Postman postman, Supplier<MailSettings> settings) {
        this.postman = postman;
        this.settings = settings;
    }

    @Override
    public MailStatus getStatus() {
        Postman.Standing standing = postman.standing();
        Tally tally = standing.tally();
        return new MailStatus(
                standing.server(),
                tally.queued(),
                tally.sent(),
                tally.lost(),
                tally.refused(),
                tally.digested(),
                tally.lastError(),
                standing.errorMillis(),
                standing.sentMillis());
    }

    @Override
    public MailDetails getDetails() {
        return settings.get().details();
    }

    @Override
    public int getQueued() {
        return getStatus().queued();
    }

    @Override
    public long getSent() {
        return getStatus().sent();
    }

    @Override
    public long getFailed() {
        return getStatus().failed();
    }
}
