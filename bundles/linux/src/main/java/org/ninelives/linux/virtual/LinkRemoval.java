package org.ninelives.linux.virtual;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.netlink.NetlinkOutcome;

/**
 * Removes interfaces. Each removal by itself waits some 20 ms for the other processors to stop
 * using the interface, so many are put into a group of their own and removed as that.
 */
final class LinkRemoval {

    /** Far from the small numbers people use. */
    static final int GROUP = 0x4e4c0000;

    private final LinkRequests requests;

    LinkRemoval(LinkRequests requests) {
        this.requests = requests;
    }

    /** Removes them; one that is gone counts as removed, and a refusal does not save the others. */
    void remove(List<LinkDetails> links) throws SystemException {
        if (links.size() > 1 && removeTogether(links)) {
            return;
        }
        Optional<SystemException> failure = Optional.empty();
        for (LinkDetails details : links) {
            try {
                removeOne(details);
            } catch (SystemException e) {
                failure = Optional.of(e);
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private void removeOne(LinkDetails details) throws SystemException {
        String what = "RTM_DELLINK " + details.link().name();
        NetlinkOutcome outcome =
                requests.change(
                        what, (w, s) -> VirtualLinkCodec.writeDelete(w, details.link().index(), s));
        if (outcome.errno() != Errno.ENODEV) {
            LinkRequests.check(what, outcome, "");
        }
    }

    /** Whether it worked; otherwise they are removed one by one. */
    private boolean removeTogether(List<LinkDetails> links) throws SystemException {
        int group = unusedGroup();
        for (LinkDetails details : links) {
            int index = details.link().index();
            requests.change(
                    "IFLA_GROUP of " + details.link().name(),
                    (w, s) -> VirtualLinkCodec.writeMark(w, index, group, s));
        }
        NetlinkOutcome outcome =
                requests.change(
                        "RTM_DELLINK of group " + group,
                        (w, s) -> VirtualLinkCodec.writeDeleteGroup(w, group, s));
        return outcome.errno() == 0;
    }

    private int unusedGroup() throws SystemException {
        Set<Integer> used =
                requests.all().stream().map(LinkDetails::group).collect(Collectors.toSet());
        int group = GROUP;
        while (used.contains(group)) {
            group++;
        }
        return group;
    }
}
