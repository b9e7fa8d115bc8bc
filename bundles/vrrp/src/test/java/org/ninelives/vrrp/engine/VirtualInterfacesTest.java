package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.vrrp.engine.Samples.ELECTION;
import static org.ninelives.vrrp.engine.Samples.VIP;
import static org.ninelives.vrrp.engine.Samples.instance;
import static org.ninelives.vrrp.engine.Samples.pair;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.testkit.Deed;
import org.ninelives.testkit.FakeLan;
import org.ninelives.vrrp.core.Input;
import org.ninelives.vrrp.core.State;

class VirtualInterfacesTest {

    private final FakeLan lan = new FakeLan();
    private final Host a = Host.withEth0(lan, "a", "10.0.0.1/24");

    private static String with(String lines) {
        return pair(100).replace("priority 100", "priority 100\n" + lines);
    }

    private List<Deed.VirtualLinkMade> made() {
        return a.machine.deeds().stream()
                .filter(Deed.VirtualLinkMade.class::isInstance)
                .map(Deed.VirtualLinkMade.class::cast)
                .toList();
    }

    private List<Deed.VirtualLinkRemoved> removed() {
        return a.machine.deeds().stream()
                .filter(Deed.VirtualLinkRemoved.class::isInstance)
                .map(Deed.VirtualLinkRemoved.class::cast)
                .toList();
    }

    @Test
    void advertsLeaveByTheVmacAndTheAddressesAreOnIt() {
        a.run(with("use_vmac"));
        assertThat(a.machine.link("vrrp.51").mac()).hasToString("00:00:5e:00:01:33");

        lan.advance(ELECTION);

        assertThat(a.machine.adverts())
                .isNotEmpty()
                .allMatch(advert -> advert.link().equals("vrrp.51"));
        assertThat(a.addresses("vrrp.51")).containsExactly(VIP);
        assertThat(a.addresses()).containsExactly("10.0.0.1/24");
        assertThat(a.machine.frames()).allMatch(frame -> frame.link().equals("vrrp.51"));
    }

    @Test
    void withTransmitOnBaseAdvertsLeaveByTheInterfaceBelow() {
        a.run(with("use_vmac\nvmac_xmit_base"));

        lan.advance(ELECTION);

        assertThat(a.machine.adverts())
                .isNotEmpty()
                .allMatch(advert -> advert.link().equals("eth0"));
        assertThat(a.addresses("vrrp.51")).containsExactly(VIP);
    }

    @Test
    void aReloadMovesAMasterToAVmacAndBack() {
        a.run(pair(100));
        lan.advance(ELECTION);

        a.run(with("use_vmac"));
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.addresses()).containsExactly("10.0.0.1/24");
        assertThat(a.addresses("vrrp.51")).containsExactly(VIP);

        a.run(pair(100));
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.addresses()).containsExactly("10.0.0.1/24", VIP);
        assertThat(removed()).extracting(Deed.VirtualLinkRemoved::link).containsExactly("vrrp.51");
    }

    @Test
    void aVmacDeletedByHandIsMadeAnewAndItsAddressesComeBack() {
        a.run(with("use_vmac"));
        lan.advance(ELECTION);

        a.machine.removeLink("vrrp.51");
        lan.advance(ELECTION);

        assertThat(made()).hasSize(2);
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.addresses("vrrp.51")).containsExactly(VIP);
        assertThat(a.machine.adverts().getLast().link()).isEqualTo("vrrp.51");
    }

    @Test
    void theVmacGoesWithItsBaseAndComesBackWithIt() {
        a.run(with("use_vmac"));
        lan.advance(ELECTION);
        a.machine.removeLink("eth0");
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);

        a.machine.addLink("eth0");
        a.machine.addAddress("eth0", "10.0.0.1/24");
        lan.advance(ELECTION);

        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.addresses("vrrp.51")).containsExactly(VIP);
        assertThat(a.machine.firewall().relays()).hasSize(1);
    }

    @Test
    void aBaseThatIsRenamedLosesItsVmacUntilItHasItsNameBack() {
        a.run(with("use_vmac"));
        lan.advance(ELECTION);

        a.machine.renameLink("eth0", "lan0");
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
        assertThat(removed()).hasSize(1);
        a.machine.renameLink("lan0", "eth0");
        lan.advance(ELECTION);

        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.addresses("vrrp.51")).containsExactly(VIP);
    }

    @Test
    void aRefusedVmacIsAFaultUntilItCanBeMade() {
        a.machine.refusals().virtualLinks("EOPNOTSUPP");
        a.run(with("use_vmac"));
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
        assertThat(a.status("VI_1").reason()).contains("EOPNOTSUPP");

        a.machine.refusals().virtualLinks("");
        a.machine.addAddress("eth0", "10.0.0.8/24");
        lan.advance(ELECTION);

        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.machine.adverts().getLast().link()).isEqualTo("vrrp.51");
    }

    @Test
    void aNameThatIsTakenIsLeftToItsOwner() {
        a.machine.addLink("vrrp.51");
        a.run(with("use_vmac"));

        lan.advance(ELECTION);

        assertThat(a.addresses("vrrp.51")).isEmpty();
        assertThat(made())
                .singleElement()
                .extracting(Deed.VirtualLinkMade::link)
                .isNotEqualTo("vrrp.51");
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
    }

    @Test
    void theStopTakesAllVmacsAwayAfterTheirAddresses() {
        a.run(
                with("use_vmac")
                        + instance("VI_2", 2, 100, "10.0.0.42/24")
                                .replace("priority", "use_vmac\npriority"));
        lan.advance(ELECTION);
        a.machine.clearDeeds();

        a.stop();

        assertThat(removed()).hasSize(2);
        assertThat(a.machine.deeds().getLast()).isInstanceOf(Deed.VirtualLinkRemoved.class);
        assertThat(a.machine.firewall().isEmpty()).isTrue();
    }

    @Test
    void anAddressMayHaveAVmacOfItsOwn() {
        a.run(instance("VI_1", 51, 100, VIP + "\n10.0.0.45/24 use_vmac"));

        lan.advance(ELECTION);

        assertThat(a.addresses()).contains(VIP).doesNotContain("10.0.0.45/24");
        assertThat(made()).hasSize(1);
        assertThat(a.addresses(made().getFirst().link())).containsExactly("10.0.0.45/24");
        assertThat(a.machine.adverts()).allMatch(advert -> advert.link().equals("eth0"));
    }

    @Test
    void withoutAcceptPacketsToTheAddressesAreDroppedWhileMaster() {
        a.run("global_defs { vrrp_version 3 }\n" + with("no_accept"));
        assertThat(a.machine.firewall().dropped()).isEmpty();

        lan.advance(ELECTION);
        assertThat(a.machine.firewall().dropped())
                .singleElement()
                .extracting(dropped -> dropped.address().toString())
                .isEqualTo("10.0.0.44");

        a.stop();
        assertThat(a.machine.firewall().dropped()).isEmpty();
    }

    @Test
    void strictModeDropsWhatIsSentToTheAddressesOfAMasterThatDoesNotOwnThem() {
        a.machine.addAddress("eth0", "fe80::1/64");
        a.run(
                "global_defs { vrrp_strict }\n"
                        + instance("VI_4", 4, 100, "10.0.0.44/24")
                        + instance("VI_5", 5, 255, "10.0.0.55/24")
                        + instance("VI_6", 6, 100, "fe80::66\n2001:db8::66"));
        assertThat(a.machine.firewall().dropped()).isEmpty();

        lan.advance(ELECTION);
        int eth0 = a.machine.link("eth0").index();
        assertThat(a.machine.firewall().dropped())
                .extracting(dropped -> dropped.address() + " " + dropped.linkIndex())
                .containsExactlyInAnyOrder(
                        "10.0.0.44 OptionalInt.empty",
                        "fe80::66 OptionalInt[" + eth0 + "]",
                        "2001:db8::66 OptionalInt.empty");

        a.instance("VI_6").handle(Input.RESIGN);
        a.machine.settle();
        assertThat(a.machine.firewall().dropped())
                .extracting(dropped -> dropped.address().toString())
                .containsExactly("10.0.0.44");
    }

    @Test
    void whatIsDroppedIsDroppedUntilTheAddressIsGone() {
        String v3 = "global_defs { vrrp_version 3 }\n";
        a.run(v3 + with("no_accept"));
        lan.advance(ELECTION);
        assertThat(orderOfDropAndAddress()).containsExactly("filter 1", "+");
        a.machine.clearDeeds();

        a.run(v3 + with("no_accept").replace("0.44", "0.45"));
        assertThat(orderOfDropAndAddress()).containsExactly("filter 2", "-", "+", "filter 1");
        a.machine.clearDeeds();

        a.stop();
        assertThat(orderOfDropAndAddress()).containsExactly("-", "filter 0");
    }

    private List<String> orderOfDropAndAddress() {
        return a.machine.deeds().stream()
                .map(
                        deed ->
                                switch (deed) {
                                    case Deed.FirewallChanged changed ->
                                            "filter " + changed.state().dropped().size();
                                    case Deed.AddressAdded added -> "+";
                                    case Deed.AddressRemoved removed -> "-";
                                    default -> "";
                                })
                .filter(step -> !step.isEmpty())
                .toList();
    }

    @Test
    void aFilterThatRefusesDoesNotKeepTheMasterFromServing() {
        a.machine.refusals().firewall("EPERM");
        a.run("global_defs { vrrp_version 3 }\n" + with("no_accept"));

        lan.advance(ELECTION);

        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.addresses()).contains(VIP);
    }

    @Test
    void anIpv6VmacGetsTheLinkLocalAddressOfItsBaseWhenThatComesLater() {
        Host late = new Host(lan, "late");
        late.machine.addLink("eth0");
        late.run(
                instance("VI_6", 6, 100, "fe80::44\n2001:db8::44")
                        .replace("priority", "use_vmac\npriority"));
        String vmac =
                late.machine.deeds().stream()
                        .filter(Deed.VirtualLinkMade.class::isInstance)
                        .map(deed -> ((Deed.VirtualLinkMade) deed).link())
                        .findFirst()
                        .orElseThrow();

        late.machine.addAddress("eth0", "fe80::1/64");

        assertThat(late.addresses(vmac)).contains("fe80::1/64");
        lan.advance(ELECTION);
        assertThat(late.state("VI_6")).isEqualTo(State.MASTER);
    }

    @Test
    void whatACrashedRunLeftIsRemovedButForTheVmacOfAnOwner() {
        Host crashed = a.run(with("use_vmac").replace("priority 100", "priority 255"));
        crashed.run(
                with("use_vmac").replace("priority 100", "priority 255")
                        + instance("VI_2", 2, 100, "10.0.0.42/24")
                                .replace("priority", "use_vmac\npriority"));
        crashed.kill();
        a.machine.clearDeeds();

        Host next =
                Host.on(a.machine).run(with("use_vmac").replace("priority 100", "priority 255"));

        assertThat(made()).isEmpty();
        assertThat(next.addresses("vrrp.51")).containsExactly(VIP);
        assertThat(a.machine.deeds()).noneMatch(Deed.AddressRemoved.class::isInstance);
    }
}
