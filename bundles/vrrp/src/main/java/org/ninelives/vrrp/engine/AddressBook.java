package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ninelives.api.system.AddressChange;
import org.ninelives.api.system.AddressFailure;
import org.ninelives.api.system.Addresses;
import org.ninelives.api.system.InterfaceAddress;

/**
 * Which addresses the masters of this node want, and which are on the interfaces because of that.
 *
 * <p>The machine is always changed by the difference of the two, over all virtual routers together.
 * So an address that moves from one virtual router to another in a reload never leaves its
 * interface, and one that two of them own stays until both have let go.
 */
final class AddressBook {

    private final Addresses addresses;
    private final Map<RunningInstance, List<InterfaceAddress>> wanted = new LinkedHashMap<>();
    private final Set<InterfaceAddress> installed = new LinkedHashSet<>();

    AddressBook(Addresses addresses) {
        this.addresses = addresses;
    }

    /**
     * Notes what an owner wants from now on; an empty list lets go of all. Takes effect at {@link
     * #apply}.
     */
    void want(RunningInstance owner, List<InterfaceAddress> list) {
        if (list.isEmpty()) {
            wanted.remove(owner);
        } else {
            wanted.put(owner, List.copyOf(list));
        }
    }

    /**
     * Makes the machine agree: first removes, then adds, in one batch.
     *
     * @return what the kernel refused; refused additions are tried again at the next call
     */
    List<AddressFailure> apply() {
        Set<InterfaceAddress> target = new LinkedHashSet<>();
        wanted.values().forEach(target::addAll);
        List<AddressChange> changes = new ArrayList<>();
        for (InterfaceAddress address : installed) {
            if (!target.contains(address)) {
                changes.add(new AddressChange.Remove(address));
            }
        }
        Set<Integer> disturbed = new HashSet<>();
        changes.forEach(removal -> disturbed.add(removal.address().linkIndex()));
        for (InterfaceAddress address : target) {
            // With the first address of a network the kernel removes all others of that network, so
            // those that stay are added again; where they are still there that changes nothing.
            if (!installed.contains(address) || disturbed.contains(address.linkIndex())) {
                changes.add(new AddressChange.Add(address));
            }
        }
        if (changes.isEmpty()) {
            return List.of();
        }
        List<AddressFailure> failures = addresses.apply(changes);
        installed.clear();
        installed.addAll(target);
        failures.forEach(failure -> installed.remove(failure.change().address()));
        return failures;
    }

    /**
     * Removes addresses that an earlier run may have left behind; those that a master owns now are
     * kept.
     */
    List<AddressFailure> removeLeftovers(Collection<InterfaceAddress> leftovers) {
        List<AddressChange> changes = new ArrayList<>();
        for (InterfaceAddress address : leftovers) {
            if (installed.stream().noneMatch(address::sameAs)) {
                changes.add(new AddressChange.Remove(address));
            }
        }
        return changes.isEmpty() ? List.of() : addresses.apply(changes);
    }

    /** The owners of an address that is gone from its interface although they own it. */
    List<RunningInstance> lost(InterfaceAddress address) {
        boolean was = false;
        for (Iterator<InterfaceAddress> each = installed.iterator(); each.hasNext(); ) {
            if (each.next().sameAs(address)) {
                each.remove();
                was = true;
            }
        }
        if (!was) {
            return List.of();
        }
        List<RunningInstance> owners = new ArrayList<>();
        wanted.forEach(
                (owner, list) -> {
                    if (list.stream().anyMatch(address::sameAs)) {
                        owners.add(owner);
                    }
                });
        return owners;
    }
}
