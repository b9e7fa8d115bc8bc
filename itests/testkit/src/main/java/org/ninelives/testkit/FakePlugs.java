package org.ninelives.testkit;

import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.MacAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.VirtualLinkKind;

/** Where interfaces, real and virtual, are plugged into a fake machine and taken away again. */
final class FakePlugs {

    private static final int MTU = 1500;

    private final String machineName;
    private final FakeInterfaces interfaces;
    private final FakeSettings settings;
    private final FakeParents parents = new FakeParents();
    private int lastLinkIndex;

    FakePlugs(String machineName, FakeInterfaces interfaces, FakeSettings settings) {
        this.machineName = machineName;
        this.interfaces = interfaces;
        this.settings = settings;
    }

    FakeParents parents() {
        return parents;
    }

    Link plug(String linkName) {
        lastLinkIndex++;
        // 02 in the first byte marks an address given by hand.
        MacAddress mac =
                new MacAddress(
                        0x0200_0000_0000L
                                | (machineName.hashCode() & 0xffffL) << 16
                                | lastLinkIndex);
        return add(
                new Link(lastLinkIndex, new InterfaceName(linkName), mac, MTU, true, true, true));
    }

    Link plug(InterfaceName linkName, MacAddress mac, Link parent, VirtualLinkKind kind) {
        lastLinkIndex++;
        Link link =
                new Link(
                        lastLinkIndex,
                        linkName,
                        mac,
                        MTU,
                        true,
                        parent.usable(),
                        parent.multicast());
        parents.put(link, parent, kind);
        return add(link);
    }

    private Link add(Link link) {
        interfaces.linkChanged(link);
        return link;
    }

    /** Takes an interface away; the virtual ones on it and its addresses go first. */
    void unplug(Link link) {
        for (int child : parents.on(link)) {
            interfaces.find(child).ifPresent(this::unplug);
        }
        parents.forget(link);
        settings.forget(link.name());
        interfaces.linkRemoved(link);
    }
}
