package org.ninelives.linux.rtnetlink;

import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.netlink.NetlinkOutcome;

/** What to tell the operator beside the name of an error. */
final class Hints {

    private Hints() {}

    /** What is lacking, or what the kernel says. */
    static String of(NetlinkOutcome refusal) {
        return refusal.errno() == Errno.EPERM ? "needs CAP_NET_ADMIN" : refusal.text();
    }
}
