package org.ninelives.linux.virtual;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.system.VirtualLink;
import org.ninelives.api.system.VirtualLinkReport;
import org.ninelives.api.system.VirtualLinkRequest;
import org.ninelives.api.system.VirtualLinks;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.netlink.NetlinkOutcome;
import org.ninelives.linux.safeguard.Safeguard;
import org.ninelives.linux.sysctl.LinuxKernelSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Virtual interfaces by RTM_NEWLINK and RTM_DELLINK. */
public final class LinuxVirtualLinks implements VirtualLinks, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxVirtualLinks.class);

    private final LinkRequests requests;
    private final LinuxKernelSettings settings;
    private final ReversePath reversePath;
    private final LinkRemoval removal;
    private final LinkGuard guard;

    /** What this loop made or kept, by index. */
    private final Map<Integer, Held> held = new HashMap<>();

    private final Set<String> toldProblems = new HashSet<>();
    private boolean keepsOnClose;

    private record Held(VirtualLinkRequest request, LinkSettings settings) {}

    /** What to do about a name. */
    private enum Choice {
        MAKE,
        KEEP,
        REPLACE,
        NEXT
    }

    /**
     * Opens the socket.
     *
     * @param safeguard told of every interface that is there because of us
     */
    public LinuxVirtualLinks(LinuxKernelSettings settings, Safeguard safeguard)
            throws SystemException {
        guard = new LinkGuard(safeguard);
        requests = new LinkRequests();
        removal = new LinkRemoval(requests);
        this.settings = settings;
        reversePath = new ReversePath(settings);
    }

    @Override
    public VirtualLink create(VirtualLinkRequest request) throws SystemException {
        String what = "RTM_NEWLINK " + request.names().getFirst() + " on " + request.parent();
        LinkDetails parent =
                requests.query(request.parent())
                        .orElseThrow(
                                () ->
                                        new SystemException(
                                                what, "ENODEV", "there is no " + request.parent()));
        for (InterfaceName name : request.names()) {
            Optional<LinkDetails> there = requests.query(name);
            switch (choose(there, parent, request)) {
                case KEEP -> {
                    return adopt(there.get(), parent, request);
                }
                case MAKE -> {
                    return make(name, parent, request);
                }
                case REPLACE -> {
                    removal.remove(List.of(there.get()));
                    return make(name, parent, request);
                }
                case NEXT -> {} // The loop goes on.
            }
        }
        throw new SystemException(
                what, "EEXIST", "other interfaces have the names " + request.names());
    }

    private Choice choose(
            Optional<LinkDetails> there, LinkDetails parent, VirtualLinkRequest request) {
        if (there.isEmpty()) {
            return Choice.MAKE;
        }
        LinkDetails details = there.get();
        boolean wanted =
                details.parentIndex() == parent.link().index()
                        && VirtualLinkCodec.isOfKind(details, request.kind());
        Held holder = held.get(details.link().index());
        if (holder != null) {
            return wanted && holder.request().isSameLinkAs(request) ? Choice.KEEP : Choice.NEXT;
        }
        if (wanted) {
            return Choice.KEEP;
        }
        return details.isOurs() ? Choice.REPLACE : Choice.NEXT;
    }

    private VirtualLink make(InterfaceName name, LinkDetails parent, VirtualLinkRequest request)
            throws SystemException {
        String what = "RTM_NEWLINK " + name + " on " + request.parent();
        int master = vrfOf(parent);
        int group = request.group().orElse(parent.group());
        NetlinkOutcome outcome =
                requests.change(
                        what,
                        (writer, sequence) ->
                                VirtualLinkCodec.writeCreate(
                                        writer,
                                        name,
                                        request.kind(),
                                        parent.link().index(),
                                        master,
                                        group,
                                        sequence));
        LinkRequests.check(what, outcome, hint(outcome.errno(), request));
        LinkDetails made =
                requests.query(name)
                        .orElseThrow(() -> new SystemException(what, "ENODEV", "it was removed"));
        try {
            mark(made, parent, request);
            return finish(existing(made.link().index()), parent, request, false);
        } catch (SystemException e) {
            removal.remove(List.of(made));
            throw e;
        }
    }

    /** One that is not ours is used as it is, and stays when we go. */
    private VirtualLink adopt(LinkDetails there, LinkDetails parent, VirtualLinkRequest request)
            throws SystemException {
        if (there.isOurs()) {
            mark(there, parent, request);
        }
        return finish(there, parent, request, true);
    }

    /** Makes it recognizable as ours, and puts it into its group. */
    private void mark(LinkDetails link, LinkDetails parent, VirtualLinkRequest request)
            throws SystemException {
        String what = "IFLA_IFALIAS of " + link.link().name();
        int index = link.link().index();
        int group = request.group().orElse(parent.group());
        LinkRequests.check(
                what,
                requests.change(what, (w, s) -> VirtualLinkCodec.writeMark(w, index, group, s)),
                "");
    }

    /** Only a VRF is passed on; a virtual interface has no place in a bridge or bond. */
    private int vrfOf(LinkDetails parent) throws SystemException {
        if (parent.masterIndex() == 0) {
            return 0;
        }
        return requests.query(parent.masterIndex())
                .filter(master -> master.kind().equals("vrf"))
                .map(master -> master.link().index())
                .orElse(0);
    }

    private static String hint(int errno, VirtualLinkRequest request) {
        String kind = request.kind().kernelName();
        return switch (Errno.name(errno)) {
            case "EOPNOTSUPP" -> "the kernel has no " + kind + ": load the module " + kind;
            case "EINVAL", "EBUSY" -> request.parent() + " cannot carry a " + kind;
            default -> "";
        };
    }

    /** Sets what it needs, and lets it up. */
    private VirtualLink finish(
            LinkDetails details, LinkDetails parent, VirtualLinkRequest request, boolean adopted)
            throws SystemException {
        int index = details.link().index();
        String name = details.link().name().name();
        // Without IPv6 in the kernel there is nothing to turn off.
        requests.change(
                "IFLA_INET6_ADDR_GEN_MODE of " + name,
                (w, s) -> VirtualLinkCodec.writeNoGeneratedAddress(w, index, s));
        LinkSettings ofLink =
                new LinkSettings(
                        settings,
                        reversePath,
                        details.link().name(),
                        request.parent(),
                        request.ipv6(),
                        details.isOurs(),
                        reversePath.isMoved() ? Set.of() : oursAnd(name));
        Held before = held.put(index, new Held(request, ofLink));
        if (before != null) {
            before.settings().close();
        } else if (details.isOurs()) {
            guard.hold(index);
        }
        try {
            setUp(name, index, request);
            return new VirtualLink(
                    existing(index).link(),
                    parent.link(),
                    request,
                    adopted,
                    ofLink.problems().stream().filter(toldProblems::add).toList());
        } catch (SystemException e) {
            release(index);
            throw e;
        }
    }

    private void setUp(String name, int index, VirtualLinkRequest request) throws SystemException {
        String what = "IFF_UP of " + name;
        NetlinkOutcome outcome =
                requests.change(what, (w, s) -> VirtualLinkCodec.writeUp(w, index, s));
        boolean used = Errno.name(outcome.errno()).equals("EADDRINUSE");
        LinkRequests.check(
                what,
                outcome,
                used ? "another interface on " + request.parent() + " has its address" : "");
    }

    private LinkDetails existing(int index) throws SystemException {
        return requests.query(index)
                .orElseThrow(
                        () ->
                                new SystemException(
                                        "RTM_GETLINK " + index, "ENODEV", "it was removed"));
    }

    private Set<String> oursAnd(String another) throws SystemException {
        return requests.all().stream()
                .filter(LinkDetails::isOurs)
                .map(details -> details.link().name().name())
                .collect(Collectors.toCollection(() -> new HashSet<>(Set.of(another))));
    }

    @Override
    public void remove(Collection<VirtualLink> links) throws SystemException {
        removeIfOurs(links.stream().map(link -> link.link().index()).toList());
    }

    private void removeIfOurs(List<Integer> indexes) throws SystemException {
        try {
            List<LinkDetails> ours = new ArrayList<>();
            for (int index : indexes) {
                requests.query(index).filter(LinkDetails::isOurs).ifPresent(ours::add);
            }
            removal.remove(ours);
        } finally {
            indexes.forEach(this::release);
        }
    }

    private void release(int index) {
        Held gone = held.remove(index);
        if (gone != null) {
            gone.settings().close();
            guard.letGo(index);
        }
    }

    @Override
    public List<InterfaceName> removeLeftovers() throws SystemException {
        List<LinkDetails> leftovers =
                requests.all().stream()
                        .filter(LinkDetails::isOurs)
                        .filter(details -> !held.containsKey(details.link().index()))
                        .toList();
        removal.remove(leftovers);
        return leftovers.stream().map(details -> details.link().name()).toList();
    }

    @Override
    public VirtualLinkReport check(VirtualLink link, boolean transmit) {
        return new VirtualLinkCheck(requests, settings, link).run(transmit);
    }

    /** From now on closing removes nothing. */
    public void keepOnClose() {
        keepsOnClose = true;
    }

    @Override
    public void close() {
        if (!keepsOnClose) {
            try {
                removeIfOurs(List.copyOf(held.keySet()));
            } catch (SystemException e) {
                LOG.warn("a virtual interface stays: {}", e.getMessage());
            }
        }
        requests.close();
    }
}
