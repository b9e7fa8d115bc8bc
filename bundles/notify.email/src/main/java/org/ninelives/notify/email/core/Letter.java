package org.ninelives.notify.email.core;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A mail on its way: who is done with, and when it may be tried again. */
final class Letter {

    private final Mail mail;
    private final long bornNanos;
    private final Set<String> done = new HashSet<>();
    private boolean taken;
    private int postponements;
    private long notBeforeNanos;

    Letter(Mail mail, long nowNanos) {
        this.mail = mail;
        this.bornNanos = nowNanos;
        this.notBeforeNanos = nowNanos;
    }

    Mail mail() {
        return mail;
    }

    long bornNanos() {
        return bornNanos;
    }

    long notBeforeNanos() {
        return notBeforeNanos;
    }

    /** Whether somebody has got it. */
    boolean isTaken() {
        return taken;
    }

    /** Who is still to get it, of those who shall. */
    List<Recipient> open(List<Recipient> recipients) {
        return recipients.stream().filter(each -> !done.contains(each.address())).toList();
    }

    void take(String address) {
        taken = true;
        done.add(address);
    }

    /** Nobody will try this address again. */
    void refuse(String address) {
        done.add(address);
    }

    /** Those who are left are tried later. */
    void postpone(OutboxSettings.Retries retries, long nowNanos) {
        postponements++;
        notBeforeNanos = nowNanos + retries.pauseNanos(postponements);
    }

    /** Those who are left are tried at once. */
    void hurry(long nowNanos) {
        notBeforeNanos = nowNanos;
    }
}
