package org.ninelives.linux.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ninelives.api.net.IpAddress.Family.IPV4;
import static org.ninelives.api.net.IpAddress.Family.IPV6;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.MacAddress;
import org.ninelives.api.system.FirewallState;
import org.ninelives.api.system.KernelSetting;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.VirtualLink;
import org.ninelives.api.system.VirtualLinkKind;
import org.ninelives.api.system.VirtualLinkReport;
import org.ninelives.api.system.VirtualLinkRequest;
import org.ninelives.testkit.contract.RecordingTask;

/** What only the kernel can show of virtual interfaces. */
@Tag("kernel")
class KernelVirtualLinkTest {

    private static final long MAC_51 = 0x0000_5e00_0133L;
    private static final String MAC_TEXT = "00:00:5e:00:01:33";
    private static final KernelSetting RP_FILTER_OF_ALL = setting("all", "rp_filter");

    private KernelRig rig;
    private Loop loop;

    @BeforeEach
    void start() throws Exception {
        rig = new KernelRig();
        loop = rig.start(new RecordingTask());
        rig.wire("eth0");
        rig.addAddress("eth0", "10.9.0.1/24");
        rig.addPeerAddress("eth0", "10.9.0.2/24");
    }

    @AfterEach
    void stop() {
        if (loop != null) {
            loop.close();
        }
        if (rig != null) {
            rig.close();
        }
    }

    @Test
    void anAddressOnItAnswersFromTheVirtualEthernetAddress() throws Exception {
        rig.set(RP_FILTER_OF_ALL, 1);
        create(request("vrrp.51", MAC_51, false));
        rig.addAddress("vrrp.51", "10.9.0.5/24");
        rig.until("it answers", () -> answers("10.9.0.5"));
        assertThat(rig.peerCommand("ip", "neigh", "show", "10.9.0.5")).contains(MAC_TEXT);
        assertThat(answers("10.9.0.1")).isTrue();
        assertThat(rig.peerCommand("ip", "neigh", "show", "10.9.0.1")).doesNotContain(MAC_TEXT);
    }

    @Test
    void anIpv6AddressOnItAnswersFromTheVirtualEthernetAddress() throws Exception {
        create(request("vrrp.51", 0x0000_5e00_0233L, true));
        rig.ip(List.of("addr add 2001:db8::5/64 dev vrrp.51 nodad"));
        rig.peerCommand("ip", "addr", "add", "2001:db8::2/64", "dev", "eth0", "nodad");
        rig.until("it answers", () -> answers("2001:db8::5"));
        assertThat(rig.peerCommand("ip", "neigh", "show", "2001:db8::5"))
                .contains("00:00:5e:00:02:33");
    }

    @Test
    void itMakesNoAddressOfItsOwn() throws Exception {
        create(request("vrrp.51", MAC_51, true));
        assertThat(rig.command("ip", "addr", "show", "vrrp.51")).doesNotContain("inet");
        assertThat(rig.command("ip", "-d", "link", "show", "vrrp.51"))
                .contains("macvlan mode private", "addrgenmode none", "alias ninelives");
    }

    @Test
    void ipv6IsOffUnlessAskedForAndCanBeAskedForLater() throws Exception {
        KernelSetting off = KernelSetting.of(IPV6, new InterfaceName("vrrp.51"), "disable_ipv6");
        VirtualLink made = create(request("vrrp.51", MAC_51, false));
        assertThat(read(off)).hasValue(1);
        VirtualLink again = create(request("vrrp.51", MAC_51, true));
        assertThat(again.link().index()).isEqualTo(made.link().index());
        assertThat(read(off)).hasValue(0);
    }

    @Test
    void theSettingsItNeedsAreSetAndPutBack() throws Exception {
        rig.set(RP_FILTER_OF_ALL, 2);
        rig.set(setting("default", "rp_filter"), 0);
        rig.set(setting("eth0", "rp_filter"), 1);
        VirtualLink one = create(request("vrrp.51", MAC_51, false));
        VirtualLink other = create(request("vrrp.52", MAC_51 + 1, false));
        assertThat(read(RP_FILTER_OF_ALL)).hasValue(0);
        assertThat(read(setting("default", "rp_filter"))).hasValue(2);
        assertThat(read(setting("eth0", "rp_filter"))).hasValue(2);
        assertThat(read(setting("eth0", "arp_ignore"))).hasValue(1);
        assertThat(read(setting("eth0", "arp_filter"))).hasValue(1);
        assertThat(read(setting("vrrp.52", "rp_filter"))).hasValue(0);
        assertThat(read(setting("vrrp.52", "arp_ignore"))).hasValue(1);
        assertThat(read(setting("vrrp.52", "accept_local"))).hasValue(1);
        assertThat(read(setting("vrrp.52", "promote_secondaries"))).hasValue(1);
        remove(one);
        assertThat(read(RP_FILTER_OF_ALL)).hasValue(0);
        assertThat(read(setting("eth0", "arp_ignore"))).hasValue(1);
        remove(other);
        assertThat(read(RP_FILTER_OF_ALL)).hasValue(2);
        assertThat(read(setting("default", "rp_filter"))).hasValue(0);
        assertThat(read(setting("eth0", "rp_filter"))).hasValue(1);
        assertThat(read(setting("eth0", "arp_ignore"))).hasValue(0);
        assertThat(read(setting("eth0", "arp_filter"))).hasValue(0);
    }

    @Test
    void closingTheLoopPutsTheSettingsBack() throws Exception {
        rig.set(RP_FILTER_OF_ALL, 1);
        create(request("vrrp.51", MAC_51, false));
        loop.close();
        loop = rig.start(new RecordingTask());
        assertThat(read(RP_FILTER_OF_ALL)).hasValue(1);
        assertThat(read(setting("eth0", "arp_ignore"))).hasValue(0);
        assertThat(rig.command("ip", "-o", "link")).doesNotContain("vrrp.51");
    }

    @Test
    void aStricterParentStaysSo() throws Exception {
        rig.set(setting("eth0", "arp_ignore"), 2);
        create(request("vrrp.51", MAC_51, false));
        assertThat(read(setting("eth0", "arp_ignore"))).hasValue(2);
    }

    @Test
    void theGroupOfTheParentIsTakenUnlessAnotherIsAskedFor() throws Exception {
        rig.ip(List.of("link set eth0 group 7"));
        create(request("vrrp.51", MAC_51, false));
        create(
                new VirtualLinkRequest(
                        List.of(new InterfaceName("vrrp.52")),
                        new InterfaceName("eth0"),
                        new VirtualLinkKind.Macvlan(new MacAddress(MAC_51 + 1)),
                        false,
                        OptionalInt.of(9)));
        assertThat(rig.command("ip", "-o", "link", "show", "vrrp.51")).contains("group 7 ");
        assertThat(rig.command("ip", "-o", "link", "show", "vrrp.52")).contains("group 9 ");
    }

    @Test
    void anotherProgramsInterfaceIsUsedButNeverReplacedOrRemoved() throws Exception {
        rig.ip(
                List.of(
                        "link add vrrp.51 link eth0 address "
                                + MAC_TEXT
                                + " type macvlan mode private",
                        "link add vrrp.52 link eth0 type macvlan mode private"));
        VirtualLink theirs = create(request("vrrp.51", MAC_51, false));
        assertThat(theirs.adopted()).isTrue();
        assertThat(theirs.link().up()).isTrue();
        assertThat(read(setting("vrrp.51", "accept_local"))).hasValue(1);
        assertThatThrownBy(() -> create(request("vrrp.52", MAC_51 + 1, false)))
                .hasMessageStartingWith("RTM_NEWLINK vrrp.52 on eth0: EEXIST");
        remove(theirs);
        loop.close();
        assertThat(rig.command("ip", "-o", "link")).contains("vrrp.51", "vrrp.52");
        loop = rig.start(new RecordingTask());
        assertThat(rig.on(loop, () -> loop.virtualLinks().removeLeftovers())).isEmpty();
        assertThat(read(setting("vrrp.51", "accept_local"))).hasValue(0);
    }

    @Test
    void anEthernetAddressThatIsTakenIsTold() throws Exception {
        rig.ip(
                List.of(
                        "link add theirs link eth0 address "
                                + MAC_TEXT
                                + " type macvlan mode bridge",
                        "link set theirs up"));
        assertThatThrownBy(() -> create(request("vrrp.51", MAC_51, false)))
                .hasMessageContaining("vrrp.51")
                .hasMessageContaining("eth0");
        assertThat(rig.command("ip", "-o", "link")).doesNotContain("vrrp.51");
        assertThat(read(setting("eth0", "arp_ignore"))).hasValue(0);
    }

    @Test
    void aParentThatCannotCarryItIsTold() {
        VirtualLinkRequest onLoopback =
                new VirtualLinkRequest(
                        List.of(new InterfaceName("vrrp.51")),
                        new InterfaceName("lo"),
                        new VirtualLinkKind.Macvlan(new MacAddress(MAC_51)),
                        false,
                        OptionalInt.empty());
        assertThatThrownBy(() -> create(onLoopback))
                .hasMessage("RTM_NEWLINK vrrp.51 on lo: EINVAL (lo cannot carry a macvlan)");
    }

    @Test
    void anIpvlanIsMadeOrTheMissingModuleNamed() throws Exception {
        VirtualLinkRequest request =
                new VirtualLinkRequest(
                        List.of(new InterfaceName("vrrp.51")),
                        new InterfaceName("eth0"),
                        new VirtualLinkKind.Ipvlan(VirtualLinkKind.IpvlanFlag.PRIVATE),
                        false,
                        OptionalInt.empty());
        if (rig.command("ip", "link", "add", "probe", "link", "eth0", "type", "ipvlan").isEmpty()) {
            create(request);
            assertThat(rig.command("ip", "-d", "link", "show", "vrrp.51"))
                    .contains("ipvlan  mode l2 private");
        } else {
            assertThatThrownBy(() -> create(request))
                    .hasMessage(
                            "RTM_NEWLINK vrrp.51 on eth0: EOPNOTSUPP"
                                    + " (the kernel has no ipvlan: load the module ipvlan)");
        }
    }

    @Test
    void whatSpoilsItIsFoundAndNamed() throws Exception {
        VirtualLink made = create(request("vrrp.51", MAC_51, false));
        rig.until("it is fine", () -> check(made, true).isGood());
        assertThat(check(made, true).working())
                .contains("a frame from " + MAC_TEXT + " leaves by eth0", "vrrp.51 is up");
        rig.set(RP_FILTER_OF_ALL, 1);
        assertThat(check(made, false).problems())
                .containsExactly(
                        "net/ipv4/conf/all/rp_filter is 1, so packets to addresses on vrrp.51 are"
                                + " dropped: write 0 to /proc/sys/net/ipv4/conf/all/rp_filter");
        rig.set(RP_FILTER_OF_ALL, 0);
        rig.set(setting("vrrp.51", "arp_filter"), 1);
        assertThat(check(made, false).problems())
                .singleElement()
                .asString()
                .startsWith("net/ipv4/conf/vrrp.51/arp_filter is set, so vrrp.51 does not answer");
        rig.set(setting("vrrp.51", "arp_filter"), 0);
        rig.set(setting("eth0", "arp_ignore"), 0);
        assertThat(check(made, false).problems())
                .singleElement()
                .asString()
                .startsWith("net/ipv4/conf/eth0/arp_ignore is 0, so eth0 answers ARP");
        rig.set(setting("eth0", "arp_ignore"), 1);
        rig.ip(List.of("link set vrrp.51 down address 02:00:00:00:00:01"));
        assertThat(check(made, true).problems())
                .anyMatch(problem -> problem.startsWith("vrrp.51 is down"))
                .anyMatch(problem -> problem.startsWith("vrrp.51 was changed"));
    }

    @Test
    void membershipReportsLeaveByTheParent() throws Exception {
        VirtualLink made = create(request("vrrp.51", MAC_51, false));
        FirewallState.Relay relay =
                new FirewallState.Relay(IPV4, made.link().index(), made.parent().index());
        FirewallState.Options counting = new FirewallState.Options("keepalived", -1, true);
        rig.on(
                loop,
                () -> {
                    loop.firewall().apply(new FirewallState(counting, Set.of(), Set.of(relay)));
                    return null;
                });
        String ruleset = rig.command("nft", "list", "ruleset");
        assertThat(ruleset).contains("elements = { \"vrrp.51\" : \"eth0\" }");
        List<String> frames = new CopyOnWriteArrayList<>();
        rig.peerCapture(
                "igmp",
                frames,
                () ->
                        rig.command(
                                "ip", "addr", "add", "224.9.9.9/32", "dev", "vrrp.51", "autojoin"));
        rig.until("a report leaves", () -> frames.stream().anyMatch(f -> f.contains("igmp")));
        assertThat(frames).noneMatch(frame -> frame.contains(MAC_TEXT));
        assertThat(rig.command("nft", "list", "ruleset"))
                .contains("map @vmac_map counter packets ")
                .doesNotContain("map @vmac_map counter packets 0 ");
    }

    @Test
    void oneHundredAreMadeAndRemovedSwiftly() throws Exception {
        long before = System.nanoTime();
        for (int i = 1; i <= 100; i++) {
            create(request("vrrp." + i, 0x0000_5e00_0100L + i, false));
        }
        long made = System.nanoTime();
        loop.close();
        long removed = System.nanoTime();
        System.out.printf(
                "virtual interfaces: 100 made in %d ms, removed in %d ms%n",
                TimeUnit.NANOSECONDS.toMillis(made - before),
                TimeUnit.NANOSECONDS.toMillis(removed - made));
        assertThat(rig.command("ip", "-o", "link")).doesNotContain("vrrp.");
    }

    private boolean answers(String address) {
        try {
            return rig.answers(address);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private VirtualLinkReport check(VirtualLink link, boolean transmit) {
        try {
            return rig.on(loop, () -> loop.virtualLinks().check(link, transmit));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private VirtualLink create(VirtualLinkRequest request) throws Exception {
        return rig.on(loop, () -> loop.virtualLinks().create(request));
    }

    private void remove(VirtualLink link) throws Exception {
        rig.on(
                loop,
                () -> {
                    loop.virtualLinks().remove(link);
                    return null;
                });
    }

    private OptionalInt read(KernelSetting setting) throws Exception {
        return rig.on(loop, () -> loop.kernelSettings().read(setting));
    }

    private static KernelSetting setting(String link, String name) {
        return KernelSetting.of(IPV4, new InterfaceName(link), name);
    }

    private static VirtualLinkRequest request(String name, long mac, boolean ipv6) {
        return new VirtualLinkRequest(
                List.of(new InterfaceName(name)),
                new InterfaceName("eth0"),
                new VirtualLinkKind.Macvlan(new MacAddress(mac)),
                ipv6,
                OptionalInt.empty());
    }
}
