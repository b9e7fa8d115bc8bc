package org.ninelives.linux.rtnetlink;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.AddressChange;
import org.ninelives.api.system.AddressFailure;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.linux.netlink.NetlinkWriter;
import org.ninelives.linux.safeguard.Safeguard;
import org.ninelives.linux.safeguard.Undo;

/** Tells the safeguard which addresses are there because of us. */
final class AddressGuard {

    /** RTM_DELADDR with its two IPv6 addresses has 64 bytes. */
    private static final int UNDO_BYTES = 128;

    private final Safeguard safeguard;
    private final NetlinkWriter undo = new NetlinkWriter(ByteBuffer.allocate(UNDO_BYTES));

    /** What the kernel tells addresses apart by. */
    private record Key(int linkIndex, IpPrefix prefix) {

        static Key of(AddressChange change) {
            return new Key(change.address().linkIndex(), change.address().prefix());
        }
    }

    AddressGuard(Safeguard safeguard) {
        this.safeguard = safeguard;
    }

    /** To be called before the changes are made. */
    void hold(List<AddressChange> changes) {
        for (AddressChange change : changes) {
            if (!(change instanceof AddressChange.Remove)) {
                safeguard.put(Key.of(change), removal(change.address()));
            }
        }
        safeguard.flush();
    }

    private Undo removal(InterfaceAddress address) {
        AddressCodec.writeChange(undo.clear(), new AddressChange.Remove(address), 0, 0);
        return Undo.route(undo);
    }

    /** To be called when the changes were made, but for some that were refused. */
    void letGo(List<AddressChange> changes, List<AddressFailure> refused) {
        Set<Key> removed = new HashSet<>();
        for (AddressChange change : changes) {
            switch (change) {
                case AddressChange.Remove remove -> removed.add(Key.of(remove));
                // It may have been taken off before to be put on otherwise.
                case AddressChange.Add add -> removed.remove(Key.of(add));
                case AddressChange.Replace replace -> removed.remove(Key.of(replace));
            }
        }
        for (AddressFailure failure : refused) {
            switch (failure.change()) {
                case AddressChange.Add add -> removed.add(Key.of(add));
                // Both are still there, as far as anybody knows.
                case AddressChange.Remove remove -> removed.remove(Key.of(remove));
                case AddressChange.Replace replace -> removed.remove(Key.of(replace));
            }
        }
        removed.forEach(safeguard::drop);
    }
}
