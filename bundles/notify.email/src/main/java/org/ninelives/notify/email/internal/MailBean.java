package org.ninelives.notify.email.internal;

import org.ninelives.api.management.MailMXBean;
import org.ninelives.api.management.MailStatus;
import org.ninelives.notify.email.core.Tally;

/** The mail as a bean. Safe for use by several threads. */
final class MailBean implements MailMXBean {

    private final Postman postman;

    MailBean(Postman postman) {
        this.postman = postman;
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
