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
        Set<Key> held = hold(changes);
        List<AddressFailure> refused = addresses.apply(changes);
        letGo(changes, held, refused);
        return refused;
    }

    /** Lets the safeguard know of addresses before they are there. */
    private Set<Key> hold(List<AddressChange> changes) {
        Set<Key> held = new HashSet<>();
        for (AddressChange change : changes) {
            if (change instanceof AddressChange.Add) {
                Key key = Key.of(change);
                AddressChange back = new AddressChange.Remove(change.address());
                AddressCodec.writeChange(undo.clear(), back, 0, 0);
                safeguard.put(key, Undo.route(undo));
                held.add(key);
            }
        }
        safeguard.flush();
        return held;
    }

    /** Lets the safeguard forget addresses that are not there because of us, or no more. */
    private void letGo(List<AddressChange> changes, Set<Key> held, List<AddressFailure> refused) {
        for (AddressChange change : changes) {
            if (change instanceof AddressChange.Remove && !held.contains(Key.of(change))) {
                safeguard.drop(Key.of(change));
            }
        }
        for (AddressFailure failure : refused) {
            if (failure.change() instanceof AddressChange.Add) {
                safeguard.drop(Key.of(failure.change()));
            }
        }
    }
}
