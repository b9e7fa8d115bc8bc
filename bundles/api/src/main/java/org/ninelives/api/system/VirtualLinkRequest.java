package org.ninelives.api.system;

import java.util.List;
import java.util.OptionalInt;
import org.ninelives.api.net.InterfaceName;

/**
 * A virtual interface as it is wanted.
 *
 * @param names its name, and the names to try when that is another's; at least one
 * @param parent the interface it is put on
 * @param kind what it is
 * @param ipv6 whether it will carry IPv6; otherwise IPv6 is off on it, so that it sends nothing
 * @param group the group of interfaces it joins (ip-link(8)); that of its parent when empty
 */
public record VirtualLinkRequest(
        List<InterfaceName> names,
        InterfaceName parent,
        VirtualLinkKind kind,
        boolean ipv6,
        OptionalInt group) {

    public VirtualLinkRequest {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a virtual interface needs a name");
        }
        names = List.copyOf(names);
    }

    /** Whether both mean the same interface, which may differ in what can be changed in place. */
    public boolean isSameLinkAs(VirtualLinkRequest other) {
        return names.equals(other.names) && parent.equals(other.parent) && kind.equals(other.kind);
    }
}
