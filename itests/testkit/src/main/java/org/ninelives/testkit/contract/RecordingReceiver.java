package org.ninelives.testkit.contract;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AdvertSocket;
import org.ninelives.api.system.SystemException;

/** Remembers packets and failures. */
public final class RecordingReceiver implements AdvertSocket.Receiver {

    private final List<ByteBuffer> packets = new CopyOnWriteArrayList<>();
    private final List<Boolean> truncations = new CopyOnWriteArrayList<>();
    private final List<SystemException> failures = new CopyOnWriteArrayList<>();

    /** Copies of the packets, in order of arrival. */
    public List<ByteBuffer> packets() {
        return packets;
    }

    /** For each packet whether its end is lost. */
    public List<Boolean> truncations() {
        return truncations;
    }

    public List<SystemException> failures() {
        return failures;
    }

    @Override
    public void received(long nowNanos, ByteBuffer packet, boolean truncated) {
        ByteBuffer copy = ByteBuffer.allocate(packet.remaining());
        copy.put(0, packet, packet.position(), packet.remaining());
        truncations.add(truncated);
        packets.add(copy);
    }

    @Override
    public void sendFailed(IpAddress destination, SystemException cause) {
        failures.add(cause);
    }
}
