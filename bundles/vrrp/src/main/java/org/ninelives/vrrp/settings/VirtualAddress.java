package org.ninelives.vrrp.settings;

import java.util.Optional;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;

/**
 * An address that the master owns, as an ADDR-ENTRY asks for it.
 *
 * @param prefix address and prefix length
 * @param device the interface that holds it; the interface of the instance when empty
 * @param scope 0 global, 200 site, 253 link, 254 host, 255 nowhere
 * @param broadcast its broadcast address; none when empty
 * @param label its label, such as {@code eth0:1}; none when empty
 * @param options its rarer attributes
 */
public record VirtualAddress(
        IpPrefix prefix,
        Optional<InterfaceName> device,
        int scope,
        Optional<IpAddress> broadcast,
        Optional<String> label,
        AddressOptions options) {

    /** An address with everything at its default. */
    public static VirtualAddress of(IpPrefix prefix) {
        return new VirtualAddress(
                prefix,
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                AddressOptions.DEFAULT);
    }

    /** The address without its prefix length, as adverts carry it. */
    public IpAddress address() {
        return prefix.address();
    }

    /** The same on this interface. */
    VirtualAddress on(InterfaceName name) {
        return new VirtualAddress(prefix, Optional.of(name), scope, broadcast, label, options);
    }

    /** The same on a virtual interface above its own. */
    VirtualAddress onVirtualInterface() {
        return new VirtualAddress(
                prefix,
                device,
                scope,
                broadcast,
                label,
                new AddressOptions(
                        options.peer(),
                        options.flags(),
                        options.preferredSeconds(),
                        options.tracked(),
                        true));
    }

    /** The words of its ADDR-ENTRY that are not what they would be anyway. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(prefix.toString());
        device.ifPresent(name -> text.append(" dev ").append(name));
        label.ifPresent(name -> text.append(" label ").append(name));
        broadcast.ifPresent(bits -> text.append(" brd ").append(bits));
        if (address().family() == IpAddress.Family.IPV4 && scope != 0) {
            text.append(" scope ").append(scope);
        }
        return text.append(options.words(prefix)).toString();
    }
}
