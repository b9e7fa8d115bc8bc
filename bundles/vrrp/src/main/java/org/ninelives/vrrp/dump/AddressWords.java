package org.ninelives.vrrp.dump;

import java.util.List;
import java.util.Optional;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.vrrp.settings.AddressOptions;
import org.ninelives.vrrp.settings.VirtualAddress;

/** Virtual addresses, in words. Scripts cut them at blanks: the address, {@code dev}, its name. */
final class AddressWords {

    private final InstanceView view;

    AddressWords(InstanceView view) {
        this.view = view;
    }

    List<String> of(List<VirtualAddress> addresses) {
        return addresses.stream().map(this::of).toList();
    }

    /** {@code 10.0.0.44/24 dev eth0 scope global label eth0:1 set}. */
    private String of(VirtualAddress address) {
        AddressOptions options = address.options();
        StringBuilder text = new StringBuilder(shortest(address.prefix()));
        options.peer().ifPresent(peer -> text.append(" peer ").append(peer));
        address.broadcast().ifPresent(bits -> text.append(" brd ").append(bits));
        text.append(" dev ").append(device(address));
        text.append(" scope ").append(scope(address));
        address.label().ifPresent(label -> text.append(" label ").append(label));
        if (address.address().family() == IpAddress.Family.IPV6) {
            text.append(
                    options.preferredSeconds() == 0
                            ? " deprecated"
                            : " preferred_lft " + preferred(options.preferredSeconds()));
        }
        if (!options.tracked()) {
            text.append(" no_track");
        }
        if (view.isMaster()) {
            text.append(" set");
            if (!view.settings().master().accept()) {
                text.append(" nftable_set");
            }
        }
        return text.toString();
    }

    /** Of IPv6 the kernel finds it out by itself, and keepalived calls all of them global. */
    private static String scope(VirtualAddress address) {
        boolean ipv4 = address.address().family() == IpAddress.Family.IPV4;
        return Numbers.scope(ipv4 ? address.scope() : 0);
    }

    /** The length of a host's prefix goes without saying. */
    static String shortest(IpPrefix prefix) {
        boolean host = prefix.length() == prefix.address().family().bits();
        return host ? prefix.address().toString() : prefix.toString();
    }

    private static String preferred(long seconds) {
        return seconds == AddressOptions.FOREVER ? "forever" : Long.toString(seconds);
    }

    private String device(VirtualAddress address) {
        Optional<InterfaceName> other =
                address.device()
                        .filter(name -> !name.toString().equals(view.configuredInterface()));
        if (other.isPresent()) {
            return other.get().toString();
        }
        String above = view.virtualInterface();
        return above.isEmpty()
                ? view.configuredInterface()
                : above + "@" + view.configuredInterface();
    }
}
