package org.ninelives.linux.rtnetlink;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.LinkListener;
import org.ninelives.api.system.Links;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.poll.PollTarget;
import org.ninelives.linux.poll.Poller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Interfaces and addresses: a list at first, events afterwards, and the list again when events were
 * lost.
 */
public final class LinuxLinks implements Links, PollTarget, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxLinks.class);

    private static final int GROUPS =
            Rtnetlink.RTMGRP_LINK | Rtnetlink.RTMGRP_IPV4_IFADDR | Rtnetlink.RTMGRP_IPV6_IFADDR;

    /**
     * Events of some ten thousand addresses at once, about 1 KiB each; the kernel grants twice as
     * much, and takes memory only for what waits.
     */
    private static final int EVENT_BUFFER_BYTES = 16 << 20;

    private final NetlinkSocket events;
    private final Requests requests;
    private final Poller poller;
    private final LinkTable table = new LinkTable();
    private boolean watching;

    private final ExpectedRemovals expectedRemovals = new ExpectedRemovals();

    /** The last attempt to make up for lost events failed. */
    private boolean stale;

    /** Opens the sockets. */
    public LinuxLinks(Poller poller) throws SystemException {
        this.poller = poller;
        requests = new Requests();
        try {
            events = new NetlinkSocket(GROUPS, EVENT_BUFFER_BYTES);
        } catch (SystemException e) {
            requests.close();
            throw e;
        }
    }

    /** The removals that those who listen know of already. */
    ExpectedRemovals expectedRemovals() {
        return expectedRemovals;
    }

    @Override
    public void watch(LinkListener listener) throws SystemException {
        if (!watching) {
            readAll();
            poller.add(this);
            watching = true;
        }
        table.add(listener);
    }

    @Override
    public Optional<Link> find(InterfaceName name) {
        return table.find(name);
    }

    @Override
    public Optional<Link> find(int linkIndex) {
        return table.find(linkIndex);
    }

    @Override
    public boolean forwardsIpv6(int linkIndex) {
        return table.find(linkIndex).filter(Forwarding::isOn).isPresent();
    }

    @Override
    public List<InterfaceAddress> addresses(int linkIndex) {
        return table.addresses(linkIndex);
    }

    /** Sets how much of events the kernel keeps; the usual size when empty. */
    public void setEventBuffer(OptionalInt bytes, boolean forced) throws SystemException {
        events.setReceiveBuffer(bytes, forced);
    }

    /** The name of an interface for messages. */
    String describe(int linkIndex) {
        return table.find(linkIndex)
                .map(link -> link.name().name())
                .orElse("interface " + linkIndex);
    }

    @Override
    public int fd() {
        return events.fd();
    }

    @Override
    public void readable(long nowNanos, int share) {
        if (stale) {
            readAllAgain();
            return;
        }
        for (int i = 0; i < share; i++) {
            int error = events.receive();
            if (error == Errno.EAGAIN) {
                return;
            }
            if (error != 0) {
                LOG.info("interface events were lost ({}), reading all again", Errno.name(error));
                readAllAgain();
                return;
            }
            try {
                readEvents();
            } catch (NetlinkFormatException e) {
                LOG.warn("an interface event is not understood, reading all again", e);
                readAllAgain();
                return;
            }
        }
    }

    private void readEvents() throws NetlinkFormatException {
        NetlinkReader message = new NetlinkReader(events.datagram());
        while (message.next()) {
            switch (message.type()) {
                case Rtnetlink.RTM_NEWLINK -> LinkCodec.read(message).ifPresent(table::linkChanged);
                case Rtnetlink.RTM_DELLINK ->
                        LinkCodec.read(message).ifPresent(link -> table.linkRemoved(link.index()));
                case Rtnetlink.RTM_NEWADDR ->
                        AddressCodec.read(message).ifPresent(table::addressAdded);
                case Rtnetlink.RTM_DELADDR ->
                        AddressCodec.read(message).ifPresent(gone -> removed(message, gone));
                default -> {} // The groups carry nothing else today.
            }
        }
    }

    private void removed(NetlinkReader message, InterfaceAddress gone) {
        if (expectedRemovals.has(message, gone)) {
            table.forget(gone);
        } else {
            table.addressRemoved(gone);
        }
    }

    private void readAllAgain() {
        stale = true;
        try {
            readAll();
            stale = false;
        } catch (SystemException e) {
            LOG.error("interfaces cannot be read until their next event: {}", e.getMessage());
        }
    }

    private void readAll() throws SystemException {
        // Events from before the list would tell of a past the list knows better.
        int error;
        do {
            error = events.receive();
        } while (error == 0 || error == Errno.ENOBUFS);
        expectedRemovals.clear();
        LinkDump dump = LinkDump.read(requests);
        table.replace(dump.links(), dump.addresses());
    }

    @Override
    public void close() {
        if (watching) {
            poller.remove(this);
        }
        events.close();
        requests.close();
    }
}
