package org.ninelives.linux.virtual;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.ninelives.linux.netlink.NetlinkWriter;
import org.ninelives.linux.safeguard.Safeguard;
import org.ninelives.linux.safeguard.Undo;

/**
 * Tells the safeguard which interfaces are there because of us. To undo one is to put it into the
 * group of interfaces to be removed; to undo the first, which is undone last, is to remove that
 * group, as {@link LinkRemoval} does and for its reason.
 */
final class LinkGuard {

    /** A message with a mark has some 80 bytes. */
    private static final int UNDO_BYTES = 512;

    private final Safeguard safeguard;
    private final NetlinkWriter undo = new NetlinkWriter(ByteBuffer.allocate(UNDO_BYTES));

    private final Set<Integer> held = new HashSet<>();

    /** What the safeguard knows an interface by, and the group of all by no index. */
    private record Key(int linkIndex) {

        static final Key GROUP = new Key(0);
    }

    LinkGuard(Safeguard safeguard) {
        this.safeguard = safeguard;
    }

    /** An interface is there. */
    void hold(int linkIndex) {
        if (held.isEmpty()) {
            VirtualLinkCodec.writeDeleteGroup(undo.clear(), LinkRemoval.GROUP, 0);
            safeguard.put(Key.GROUP, Undo.route(undo));
        }
        held.add(linkIndex);
        VirtualLinkCodec.writeMark(undo.clear(), linkIndex, LinkRemoval.GROUP, 0);
        safeguard.put(new Key(linkIndex), Undo.route(undo));
        safeguard.flush();
    }

    /** An interface is gone, or was never ours. */
    void letGo(int linkIndex) {
        safeguard.drop(new Key(linkIndex));
        held.remove(linkIndex);
        if (held.isEmpty()) {
            safeguard.drop(Key.GROUP);
        }
    }
}
