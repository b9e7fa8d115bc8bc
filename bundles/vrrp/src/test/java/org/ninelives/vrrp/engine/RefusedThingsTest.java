package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.vrrp.engine.Samples.ELECTION;
import static org.ninelives.vrrp.engine.Samples.VIP;
import static org.ninelives.vrrp.engine.Samples.pair;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ninelives.api.system.AddressChange;
import org.ninelives.api.system.RouteChange;
import org.ninelives.testkit.Deed;
import org.ninelives.testkit.FakeLan;
import org.ninelives.vrrp.core.State;

/** What the machine refuses is asked for again, without any event. */
class RefusedThingsTest {

    private static final Duration MINUTE = Duration.ofSeconds(61);

    private final FakeLan lan = new FakeLan();
    private final Host a = Host.withEth0(lan, "a", "10.0.0.1/24");
    private final Host b = Host.withEth0(lan, "b", "10.0.0.2/24");

    private static String with(String lines) {
        return pair(100).replace("priority 100", "priority 100\n" + lines);
    }

    private void refuseAddresses(boolean refuse) {
        a.machine
                .refusals()
                .changes(change -> refuse && change instanceof AddressChange.Add, "EACCES");
    }

    @Test
    void aMasterThatMayNotHaveItsAddressLeavesItToOthersAndDoesNotDisturbThem() {
        refuseAddresses(true);
        a.run(pair(150));
        b.run(pair(100));
        lan.advance(ELECTION);
        lan.advance(ELECTION);
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
        assertThat(b.addresses()).contains(VIP);
        a.machine.clearDeeds();

        lan.advance(Duration.ofMinutes(10));

        assertThat(a.machine.deeds()).isEmpty();
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);
        assertThat(b.state("VI_1")).isEqualTo(State.MASTER);
    }

    @Test
    void anAddressThatIsAcceptedLaterIsOwned() {
        refuseAddresses(true);
        a.run(pair(150));
        lan.advance(ELECTION);
        assertThat(a.status("VI_1").reason()).contains("EACCES");

        refuseAddresses(false);
        lan.advance(MINUTE);
        lan.advance(ELECTION);

        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.addresses()).contains(VIP);
    }

    @Test
    void theTrialLeavesNoAddressOnABackup() {
        refuseAddresses(true);
        a.run(pair(90));
        lan.advance(ELECTION);
        b.run(pair(100));
        lan.advance(ELECTION);

        refuseAddresses(false);
        lan.advance(MINUTE);

        assertThat(a.state("VI_1")).isEqualTo(State.BACKUP);
        assertThat(a.addresses()).containsExactly("10.0.0.1/24");
        assertThat(b.state("VI_1")).isEqualTo(State.MASTER);
    }

    @Test
    void anAddressThatSomebodyElseHasPutThereIsLeftThere() {
        refuseAddresses(true);
        a.run(pair(90));
        lan.advance(ELECTION);
        b.run(pair(100));
        a.machine.addAddress("eth0", VIP);

        lan.advance(MINUTE);

        assertThat(a.state("VI_1")).isEqualTo(State.BACKUP);
        assertThat(a.addresses()).contains(VIP);
    }

    @Test
    void aRouteIsPutAgainWhileTheMasterServes() {
        a.machine.refusals().routes(RouteChange.Add.class::isInstance, "ENETUNREACH");
        a.run(with("virtual_routes { 10.7.0.0/16 via 10.0.0.254 }"));
        lan.advance(ELECTION);
        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
        assertThat(a.machine.deeds()).noneMatch(Deed.RouteAdded.class::isInstance);

        a.machine.refusals().routes(change -> false, "");
        lan.advance(MINUTE);

        assertThat(a.machine.deeds()).anyMatch(Deed.RouteAdded.class::isInstance);
    }

    @Test
    void aVmacIsMadeWhenItCanBe() {
        a.machine.refusals().virtualLinks("EBUSY");
        a.run(with("use_vmac"));
        lan.advance(ELECTION);
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);

        a.machine.refusals().virtualLinks("");
        lan.advance(MINUTE);
        lan.advance(ELECTION);

        assertThat(a.addresses("vrrp.51")).containsExactly(VIP);
    }

    @Test
    void aSocketIsOpenedWhenItCanBe() {
        a.run("global_defs { router_id none }");
        a.machine.refusals().sockets("EMFILE");
        a.run(pair(100));
        lan.advance(ELECTION);
        assertThat(a.state("VI_1")).isEqualTo(State.FAULT);

        a.machine.refusals().sockets("");
        lan.advance(MINUTE);
        lan.advance(ELECTION);

        assertThat(a.state("VI_1")).isEqualTo(State.MASTER);
    }

    @Test
    void thePacketFilterIsAskedAgain() {
        a.machine.refusals().firewall("ENOMEM");
        a.run("global_defs { vrrp_version 3 }\n" + with("no_accept"));
        lan.advance(ELECTION);
        assertThat(a.machine.firewall().dropped()).isEmpty();

        a.machine.refusals().firewall("");
        lan.advance(MINUTE);

        assertThat(a.machine.firewall().dropped()).hasSize(1);
    }

    @Test
    void whoIsStoppedAsksForNothingMore() {
        a.machine.refusals().virtualLinks("EBUSY");
        a.run(with("use_vmac"));
        lan.advance(ELECTION);
        a.stop();

        assertThat(a.engine().deadlineNanos()).isEqualTo(Agenda.NEVER);
    }
}
