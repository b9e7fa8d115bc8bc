package org.ninelives.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.system.AddressChange;
import org.ninelives.api.system.AddressFailure;
import org.ninelives.api.system.Addresses;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.SystemException;

/** Changes the addresses of a fake machine as rtnetlink would. */
final class FakeAddresses implements Addresses {

    private final FakeMachine machine;
    private final FakeLinks links;

    FakeAddresses(FakeMachine machine, FakeLinks links) {
        this.machine = machine;
        this.links = links;
    }

    @Override
    public List<AddressFailure> apply(List<AddressChange> changes) {
        machine.checkThread();
        List<AddressFailure> failures = new ArrayList<>();
        for (AddressChange change : changes) {
            refusal(change)
                    .ifPresentOrElse(
                            cause -> failures.add(new AddressFailure(change, cause)),
                            () -> perform(change));
        }
        return failures;
    }

    private Optional<SystemException> refusal(AddressChange change) {
        int index = change.address().linkIndex();
        Optional<Link> link = machine.interfaces().find(index);
        if (link.isEmpty() && !(change instanceof AddressChange.Remove)) {
            String what = "RTM_NEWADDR " + change.address().prefix() + " on interface " + index;
            return Optional.of(new SystemException(what, "ENODEV", ""));
        }
        return machine.refusals().of(change, link.map(l -> l.name().name()).orElse("" + index));
    }

    private void perform(AddressChange change) {
        InterfaceAddress address = change.address();
        boolean there = machine.interfaces().has(address);
        switch (change) {
            case AddressChange.Add add -> {
                if (!there) {
                    machine.addressing().add(address);
                    machine.done(new Deed.AddressAdded(machine.nowNanos(), address));
                }
            }
            case AddressChange.Replace replace -> {
                machine.addressing().add(address);
                machine.done(new Deed.AddressReplaced(machine.nowNanos(), address));
            }
            case AddressChange.Remove remove -> {
                if (there) {
                    links.expectRemovals(() -> machine.interfaces().addressRemoved(address));
                    machine.done(new Deed.AddressRemoved(machine.nowNanos(), address));
                }
            }
        }
    }
}
