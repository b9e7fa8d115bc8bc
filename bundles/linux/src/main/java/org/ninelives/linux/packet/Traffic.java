package org.ninelives.linux.packet;

import org.ninelives.linux.poll.Poller;

/** What the sockets of a loop share: who wakes them, and the memory packets come and go by. */
public final class Traffic {

    private final Poller poller;
    private final Outbox outbox = new Outbox();
    private final Inbox inbox = new PlainInbox();
    private final Inbox ipv6Inbox = new Ipv6Inbox();
    private final UdpInbox udpInbox = new UdpInbox();

    public Traffic(Poller poller) {
        this.poller = poller;
    }

    Poller poller() {
        return poller;
    }

    /** What is queued to leave. */
    public Outbox outbox() {
        return outbox;
    }

    Inbox inbox() {
        return inbox;
    }

    Inbox ipv6Inbox() {
        return ipv6Inbox;
    }

    UdpInbox udpInbox() {
        return udpInbox;
    }
}
