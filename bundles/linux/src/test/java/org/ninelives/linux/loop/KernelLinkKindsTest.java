package org.ninelives.linux.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.system.Link;

/** What the kernel tells of interfaces that are made of others. */
@Tag("kernel")
class KernelLinkKindsTest extends LinksInNamespace {

    /** Of linux/if_arp.h. */
    private static final int ARPHRD_LOOPBACK = 772;

    private static final int ARPHRD_NONE = 0xfffe;

    @BeforeEach
    void watchWire() throws Exception {
        rig.wire("eth0");
        watch();
    }

    @Test
    void theOtherEndOfAPairIsElsewhere() throws Exception {
        Link eth0 = find("eth0");
        assertThat(eth0.kind()).isEqualTo("veth");
        assertThat(eth0.hardwareType()).isEqualTo(Link.ETHERNET);
        assertThat(eth0.resolves()).isTrue();
        assertThat(eth0.parent().orElseThrow().here()).isFalse();
        assertThat(eth0.master()).isEmpty();
    }

    @Test
    void theInterfaceBelowAMacvlanIsHere() throws Exception {
        rig.ip(
                List.of(
                        "link add link eth0 name vrrp.51 type macvlan mode private",
                        "link set vrrp.51 address 00:00:5e:00:01:33 group 7",
                        "link set vrrp.51 up"));
        Link vmac = until("vrrp.51", Link::up);
        assertThat(vmac.kind()).isEqualTo("macvlan");
        assertThat(vmac.group()).isEqualTo(7);
        assertThat(vmac.mac()).hasToString("00:00:5e:00:01:33");
        assertThat(vmac.parent()).contains(new Link.Parent(find("eth0").index(), true));
    }

    @Test
    void aMasterIsToldWithItsKind() throws Exception {
        rig.ip(List.of("link add br0 type bridge", "link set eth0 master br0"));
        Link eth0 = until("eth0", link -> link.master().isPresent());
        assertThat(eth0.master())
                .isEqualTo(Optional.of(new Link.Master(find("br0").index(), "bridge")));
        rig.ip(List.of("link set eth0 nomaster"));
        until("eth0", link -> link.master().isEmpty());
    }

    @Test
    void whatIsNoEthernetSaysSo() throws Exception {
        assertThat(find("lo").hardwareType()).isEqualTo(ARPHRD_LOOPBACK);
        assertThat(find("lo").parent()).isEmpty();
        rig.ip(List.of("tuntap add tun0 mode tun"));
        Link tunnel = until("tun0", link -> true);
        assertThat(tunnel.hardwareType()).isEqualTo(ARPHRD_NONE);
        assertThat(tunnel.resolves()).isFalse();
        assertThat(tunnel.mac().bits()).isZero();
    }

    @Test
    void sizeAndEthernetAddressMayChange() throws Exception {
        rig.ip(List.of("link set eth0 mtu 1400", "link set eth0 address 02:00:00:00:00:42"));
        Link eth0 = until("eth0", link -> link.mac().toString().equals("02:00:00:00:00:42"));
        assertThat(eth0.mtu()).isEqualTo(1400);
        assertThat(find("eth0")).isEqualTo(eth0);
    }

    private Link until(String name, Predicate<Link> which) throws Exception {
        rig.until(name + " is told", () -> last(name).filter(which).isPresent());
        return last(name).orElseThrow();
    }

    private Optional<Link> last(String name) {
        return told.links().stream()
                .filter(link -> link.name().name().equals(name))
                .reduce((first, last) -> last);
    }

    private Link find(String name) throws Exception {
        return rig.on(loop, () -> loop.links().find(new InterfaceName(name))).orElseThrow();
    }
}
