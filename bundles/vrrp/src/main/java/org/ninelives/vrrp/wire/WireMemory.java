package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ninelives.api.net.IpAddress;

/**
 * What one virtual router remembers of the packets it has sent and heard: sequence numbers against
 * replay, and how the other routers sum. It is to be kept as long as the virtual router is
 * configured, over reloads and changes of source, and shared by its encoder and its validator: who
 * forgets the numbers is taken for an attacker by its peers. Not thread-safe.
 */
public final class WireMemory {

    /** As many talk on one multicast group in times of contention. */
    private static final int SENDERS_MIN = 4;

    private Sender[] senders = new Sender[0];
    private long packetsHeard;
    private int ahSequence;
    private boolean stamped;
    private long stamp;

    public WireMemory() {
        makeRoomFor(SENDERS_MIN);
    }

    /** The routers whose adverts were accepted, the last heard first; allocates. */
    public List<HeardSender> senders() {
        return Arrays.stream(senders)
                .filter(sender -> sender.checksum() != ChecksumForm.WRONG)
                .sorted(Comparator.comparingLong(Sender::lastHeard).reversed())
                .map(sender -> new HeardSender(sender.address(), sender.checksum()))
                .toList();
    }

    /** Remembers at least so many routers. */
    void makeRoomFor(int count) {
        int before = senders.length;
        if (count > before) {
            senders = Arrays.copyOf(senders, count);
            for (int i = before; i < count; i++) {
                senders[i] = new Sender();
            }
        }
    }

    /**
     * The memory of who sent a packet. A router not known takes the place of the one not heard for
     * longest, so where adverts prove where they come from, ask only for those that have.
     */
    Sender senderOf(IpHeader header, ByteBuffer packet) {
        long high = header.sourceHigh(packet);
        long low = header.sourceLow(packet);
        Sender oldest = senders[0];
        Sender found = null;
        for (Sender sender : senders) {
            if (sender.is(header.family(), high, low)) {
                found = sender;
            } else if (sender.lastHeard() < oldest.lastHeard()) {
                oldest = sender;
            }
        }
        if (found == null) {
            found = oldest;
            found.startOver(header.family(), high, low);
        }
        packetsHeard++;
        found.heard(packetsHeard);
        return found;
    }

    /** The form of the checksum of the last advert from this address; wrong if there was none. */
    ChecksumForm checksumOf(IpAddress address) {
        for (Sender sender : senders) {
            if (sender.is(address.family(), address.high(), address.low())) {
                return sender.checksum();
            }
        }
        return ChecksumForm.WRONG;
    }

    /**
     * Takes note of a sequence number others have used. keepalived counts one row of numbers for
     * all routers of a group, so what is sent next must be above what anyone has sent.
     */
    void heardAh(int sequence) {
        if (ahSequence == 0 || sequence - ahSequence > 0) {
            ahSequence = sequence;
        }
    }

    /** The next sequence number of RFC 2402; 0 is none. */
    int nextAhSequence() {
        ahSequence++;
        if (ahSequence == 0) {
            ahSequence = 1;
        }
        return ahSequence;
    }

    /**
     * The next stamp of {@code auth_hmac}: the time, or one more than the last where that is not
     * less.
     *
     * @param windowSeconds the last stamp is forgotten when it lies further ahead than this: the
     *     clock was set back, and receivers would refuse what comes from its future
     */
    long nextStamp(long epochMillis, int windowSeconds) {
        long now = Stamps.of(epochMillis);
        boolean stranded = stamped && Stamps.ageSeconds(stamp, now >>> 32) < -windowSeconds;
        stamp = !stamped || stranded || now - stamp > 0 ? now : stamp + 1;
        stamped = true;
        return stamp;
    }
}
