package org.ninelives.linux.rtnetlink;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.AddressChange;
import org.ninelives.api.system.AddressFailure;
import org.ninelives.api.system.Addresses;
import org.ninelives.linux.netlink.NetlinkWriter;
import org.ninelives.linux.safeguard.Safeguard;
import org.ninelives.linux.safeguard.Undo;

/** Changes addresses such that the safeguard always knows which are there because of us. */
public final class GuardedAddresses implements Addresses {

    /** RTM_DELADDR with its two IPv6 addresses has 64 bytes. */
    private static final int UNDO_BYTES = 128;

    /** What the kernel tells addresses apart by. */
    private record Key(int linkIndex, IpPrefix prefix, Optional<IpAddress> peer) {

        static Key of(AddressChange change) {
            return new Key(
                    change.address().linkIndex(),
                    change.address().prefix(),
                    change.address().peer());
        }
    }

    private final Addresses addresses;
    private final Safeguard safeguard;
    private final NetlinkWriter undo = new NetlinkWriter(ByteBuffer.allocate(UNDO_BYTES));

    public GuardedAddresses(Addresses addresses, Safeguard safeguard) {
        this.addresses = addresses;
        this.safeguard = safeguard;
    }

    @Override
    public List<AddressFailure> apply(List<AddressChange> changes) {
        hold(changes);
        List<AddressFailure> refused = addresses.apply(changes);
        letGo(changes, refused);
        return refused;
    }

    /** Lets the safeguard know of addresses before they are there. */
    private void hold(List<AddressChange> changes) {
        for (AddressChange change : changes) {
            if (!(change instanceof AddressChange.Remove)) {
                AddressChange back = new AddressChange.Remove(change.address());
                AddressCodec.writeChange(undo.clear(), back, 0, 0);
                safeguard.put(Key.of(change), Undo.route(undo));
            }
        }
        safeguard.flush();
    }

    /** Lets the safeguard forget addresses that are not there because of us, or no more. */
    private void letGo(List<AddressChange> changes, List<AddressFailure> refused) {
        Set<Key> gone = new HashSet<>();
        for (AddressChange change : changes) {
            if (change instanceof AddressChange.Remove) {
                gone.add(Key.of(change));
            } else {
                // It may have been taken off before, to be put on otherwise.
                gone.remove(Key.of(change));
            }
        }
        for (AddressFailure failure : refused) {
            if (failure.change() instanceof AddressChange.Add) {
                gone.add(Key.of(failure.change()));
            } else {
                // As far as anybody knows it is still there.
                gone.remove(Key.of(failure.change()));
            }
        }
        gone.forEach(safeguard::drop);
    }
}
