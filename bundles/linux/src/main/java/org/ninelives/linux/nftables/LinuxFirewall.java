package org.ninelives.linux.nftables;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.Firewall;
import org.ninelives.api.system.FirewallState;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.poll.Poller;
import org.ninelives.linux.safeguard.Safeguard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tables of nf_tables, watched. No socket is opened before there is something to filter. */
public final class LinuxFirewall implements Firewall, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxFirewall.class);

    private final Poller poller;
    private final Map<IpAddress.Family, OwnTable> tables = new EnumMap<>(IpAddress.Family.class);
    private Optional<Session> session = Optional.empty();
    private boolean keepsOnClose;

    /** What is open while there is something to filter, and after. */
    private record Session(BatchSocket batches, TableWatch watch, EventSocket events) {}

    /**
     * Opens nothing yet.
     *
     * @param safeguard told of every table that is there because of us
     */
    public LinuxFirewall(Poller poller, Safeguard safeguard) {
        this.poller = poller;
        for (IpAddress.Family family : IpAddress.Family.values()) {
            tables.put(family, new OwnTable(family, safeguard));
        }
    }

    @Override
    public void apply(FirewallState desired) throws SystemException {
        if (session.isEmpty() && desired.isEmpty()) {
            return;
        }
        BatchSocket socket = session().batches();
        Optional<SystemException> failure = Optional.empty();
        for (Map.Entry<IpAddress.Family, OwnTable> table : tables.entrySet()) {
            try {
                table.getValue().apply(socket, TableContent.of(desired, table.getKey()));
            } catch (SystemException e) {
                failure = Optional.of(e); // The other family shall not suffer from it.
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private Session session() throws SystemException {
        if (session.isEmpty()) {
            session = Optional.of(open());
        }
        return session.get();
    }

    private Session open() throws SystemException {
        BatchSocket batches = new BatchSocket();
        try {
            TableWatch watch = new TableWatch(poller, tables.values(), batches);
            EventSocket events =
                    new EventSocket(poller, batches.portId(), watch::happened, watch::eventsLost);
            return new Session(batches, watch, events);
        } catch (SystemException e) {
            batches.close();
            throw e;
        }
    }

    /** From now on closing leaves the tables. */
    public void keepOnClose() {
        keepsOnClose = true;
    }

    @Override
    public void close() {
        session.ifPresent(this::close);
    }

    private void close(Session open) {
        open.events().close();
        open.watch().close();
        for (OwnTable table : tables.values()) {
            if (table.exists() && !keepsOnClose) {
                try {
                    table.remove(open.batches());
                } catch (SystemException e) {
                    LOG.warn("{} stays: {}", table.name(), e.getMessage());
                }
            }
        }
        open.batches().close();
    }
}
