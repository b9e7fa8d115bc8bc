package org.ninelives.linux.echo;

import static org.ninelives.linux.libc.Constants.MSG_DONTWAIT;
import static org.ninelives.linux.libc.Constants.SOL_SOCKET;
import static org.ninelives.linux.libc.Constants.SO_BINDTODEVICE;

import java.nio.ByteBuffer;
import java.util.function.BiConsumer;
import org.ninelives.api.system.EchoProbe;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;
import org.ninelives.linux.libc.Socket;
import org.ninelives.linux.poll.PollTarget;
import org.ninelives.linux.poll.Poller;

/**
 * A raw socket for one question: connected, so that the kernel shows it that host's packets alone.
 */
final class EchoSocket implements PollTarget, AutoCloseable {

    /** The longest IPv4 header and the message; longer answers are not to our question. */
    private static final int RECEIVE_BYTES = 60 + EchoMessage.LENGTH;

    private final Socket socket;
    private final IcmpFamily family;
    private final EchoMessage message;
    private final long askedNanos;
    private final Poller poller;
    private final BiConsumer<EchoSocket, EchoProbe.Outcome.Answered> answered;
    private final NativeBuffer memory = NativeBuffer.allocate(RECEIVE_BYTES);
    private boolean closed;

    private EchoSocket(
            Socket socket,
            IcmpFamily family,
            EchoMessage message,
            long askedNanos,
            Poller poller,
            BiConsumer<EchoSocket, EchoProbe.Outcome.Answered> answered) {
        this.socket = socket;
        this.family = family;
        this.message = message;
        this.askedNanos = askedNanos;
        this.poller = poller;
        this.answered = answered;
    }

    /** Sends the question and begins to hear. */
    static EchoSocket ask(
            EchoProbe.Question question,
            EchoMessage message,
            long nowNanos,
            Poller poller,
            BiConsumer<EchoSocket, EchoProbe.Outcome.Answered> answered)
            throws SystemException {
        IcmpFamily family = IcmpFamily.of(question.target().family());
        Socket socket = family.open();
        try {
            if (question.through().isPresent()) {
                String name = question.through().get().name().name();
                socket.set(SOL_SOCKET, SO_BINDTODEVICE, name, "SO_BINDTODEVICE " + name);
            }
            int linkIndex = question.through().map(Link::index).orElse(0);
            socket.connect(
                    family.address(question.target(), linkIndex), "connect " + question.target());
            EchoSocket asking = new EchoSocket(socket, family, message, nowNanos, poller, answered);
            asking.send(question);
            poller.add(asking);
            return asking;
        } catch (SystemException e) {
            socket.close();
            throw e;
        }
    }

    private void send(EchoProbe.Question question) throws SystemException {
        message.write(family, memory.bytes().clear());
        if (Libc.send(fd(), memory.address(), EchoMessage.LENGTH, MSG_DONTWAIT) < 0) {
            throw socket.refused("send to " + question.target());
        }
    }

    @Override
    public int fd() {
        return socket.fd();
    }

    @Override
    public void readable(long nowNanos, int share) {
        for (int i = 0; i < share && !closed; i++) {
            long length = Libc.recv(fd(), memory.address(), RECEIVE_BYTES, MSG_DONTWAIT);
            if (length < 0) {
                return; // Nothing more, or an error on the way there: the time will tell.
            }
            ByteBuffer received = memory.bytes().clear().limit((int) length);
            if (message.isAnsweredBy(family, received)) {
                answered.accept(this, new EchoProbe.Outcome.Answered(nowNanos - askedNanos));
            }
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            poller.remove(this);
            socket.close();
        }
    }
}
