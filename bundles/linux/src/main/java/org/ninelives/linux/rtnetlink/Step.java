package org.ninelives.linux.rtnetlink;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.AddressChange;
import org.ninelives.api.system.AddressFlag;
import org.ninelives.api.system.InterfaceAddress;

/**
 * One message to the kernel.
 *
 * @param asked what the caller asked for
 * @param sent what the kernel is asked for because of that
 * @param second the change took a message before this one
 */
record Step(AddressChange asked, AddressChange sent, boolean second) {

    /** The messages for these changes, in their order. */
    static List<Step> of(List<AddressChange> changes) {
        List<Step> steps = new ArrayList<>(changes.size());
        for (AddressChange change : changes) {
            if (change instanceof AddressChange.Replace replace && !isPossibleInPlace(replace)) {
                steps.add(new Step(change, new AddressChange.Remove(replace.old()), false));
                steps.add(new Step(change, new AddressChange.Add(replace.address()), true));
            } else {
                steps.add(new Step(change, change, false));
            }
        }
        return steps;
    }

    /**
     * Whether NLM_F_REPLACE changes all that differs: for IPv4 the kernel takes the lifetime and
     * says nothing about the rest (inet_rtm_newaddr), for IPv6 all but the membership of a group
     * (inet6_addr_modify).
     */
    private static boolean isPossibleInPlace(AddressChange.Replace replace) {
        InterfaceAddress old = replace.old();
        InterfaceAddress address = replace.address();
        if (address.prefix().address().family() == IpAddress.Family.IPV6) {
            return old.is(AddressFlag.AUTOJOIN) == address.is(AddressFlag.AUTOJOIN);
        }
        return old.scope() == address.scope()
                && old.broadcast().equals(address.broadcast())
                && old.label().equals(address.label())
                && AddressFlags.toAdd(old.flags()) == AddressFlags.toAdd(address.flags())
                && old.protocol() == address.protocol();
    }
}
