package org.ninelives.check.engine;

import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.system.AbsentException;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.Connection;
import org.ninelives.api.system.Connections;
import org.ninelives.api.system.DatagramConnection;
import org.ninelives.api.system.ExhaustedException;
import org.ninelives.api.system.LackException;
import org.ninelives.api.system.Networks;
import org.ninelives.api.system.SystemException;

/** Networks without any host; it is known who asked. */
final class FakeNetworks implements Networks {

    private final List<String> log = new ArrayList<>();
    private boolean missing;
    private boolean exhausted;
    private Optional<String> absent = Optional.empty();

    /** The namespace is not there from now on, or it is. */
    void setMissing(boolean missing) {
        this.missing = missing;
    }

    /** This machine has no sockets from now on, or it has. */
    void setExhausted(boolean exhausted) {
        this.exhausted = exhausted;
    }

    /** That is not there from now on; empty if all is. */
    void setAbsent(Optional<String> what) {
        absent = what;
    }

    /** What was asked of it, in order. */
    List<String> log() {
        return log;
    }

    @Override
    public Connections open(Optional<String> networkNamespace) throws SystemException {
        if (missing) {
            throw new SystemException("setns " + networkNamespace.orElse("-"), "ENOENT", "");
        }
        if (exhausted) {
            throw new SystemException("epoll_create1", "EMFILE", "");
        }
        log.add("open " + networkNamespace.orElse("-"));
        return new Silence();
    }

    private final class Silence implements Connections {

        @Override
        public Connection connect(ConnectTarget target, long deadlineNanos) throws IOException {
            checkNothingLacks();
            throw new ConnectException("connection to " + target + " refused");
        }

        @Override
        public DatagramConnection openDatagrams(ConnectTarget target) throws IOException {
            checkNothingLacks();
            throw new IOException("no datagrams");
        }

        @Override
        public void echo(ConnectTarget target, int payloadBytes, long deadlineNanos)
                throws LackException {
            checkNothingLacks();
            log.add("echo " + target.address() + " " + payloadBytes);
        }

        private void checkNothingLacks() throws LackException {
            if (absent.isPresent()) {
                throw new AbsentException(absent.get());
            }
            if (exhausted) {
                throw new ExhaustedException("no socket is left");
            }
        }

        @Override
        public void close() {
            log.add("close");
        }
    }
}
