package org.ninelives.lvs.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ninelives.lvs.core.Sample.virtualServer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninelives.api.check.CheckAssignment;
import org.ninelives.api.ipvs.DestinationKey;
import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.ipvs.IpvsChange;
import org.ninelives.api.ipvs.IpvsDestination;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.ipvs.SyncDaemon.Role;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.notify.LvsEvent;
import org.ninelives.api.track.Finding;
import org.ninelives.lvs.core.Sample;
import org.ninelives.lvs.settings.LvsGlobals.FlushOnStop;
import org.ninelives.lvs.settings.SyncSettings;

class LvsEngineTest {

    private static final String A = "192.168.0.1";
    private static final String B = "192.168.0.2";
    private static final String SORRY = "192.168.0.9";
    private static final String VS = "[10.0.0.1]:tcp:80 ";
    private static final ServiceKey KEY = Sample.key("10.0.0.1", 80);

    private final Host host = new Host();

    private static Sample two() {
        return virtualServer().server(A, 1).server(B, 2);
    }

    private static DestinationKey destination(String address) {
        return new DestinationKey(IpAddress.of(address), 80);
    }

    private static IpvsService service(ServiceKey key) {
        return new IpvsService(key, "wlc", Set.of(), Optional.empty(), false);
    }

    private static IpvsDestination weighing(String address, int weight) {
        return new IpvsDestination(destination(address), Forwarding.MASQUERADING, weight, 0, 0);
    }

    @Test
    void whatIsConfiguredIsInTheKernel() {
        host.apply(two());

        assertThat(host.table()).containsExactly(VS + A + " 1", VS + B + " 2");
        assertThat(host.findings).containsEntry("10.0.0.1:80", Finding.GOOD);
        assertThat(host.names())
                .containsExactly(
                        new ServerNames(
                                "[10.0.0.1]:tcp:80",
                                List.of("[192.168.0.1]:tcp:80", "[192.168.0.2]:tcp:80")));
    }

    @Test
    void aCheckThatFailsTakesItsServerOutAndOneThatPassesTakesItBack() {
        host.apply(two());

        host.fails(A);
        assertThat(host.table()).containsExactly(VS + B + " 2");

        host.passes(A);
        assertThat(host.table()).containsExactly(VS + A + " 1", VS + B + " 2");
    }

    @Test
    void whatHappensInATurnIsToldWhenTheKernelHasIt() {
        host.apply(virtualServer().sorry(SORRY, false).server(A, 1).server(B, 1));
        host.events.clear();
        host.kernel.forgetChanges();

        host.fails(A, B);

        assertThat(host.kernel.changes())
                .as("nobody is added to be removed again")
                .containsExactly(
                        new IpvsChange.AddDestination(KEY, weighing(SORRY, 1)),
                        new IpvsChange.DeleteDestination(KEY, destination(A)),
                        new IpvsChange.DeleteDestination(KEY, destination(B)));
        assertThat(host.events).extracting(LvsEvent::up).containsExactly(false, false, false);
        assertThat(host.findings).containsEntry("10.0.0.1:80", Finding.BAD);
    }

    @Test
    void aReloadThatChangesNothingTouchesNothing() {
        host.apply(two());
        host.fails(A);
        host.kernel.forgetChanges();
        host.events.clear();

        host.apply(two());

        assertThat(host.kernel.changes()).isEmpty();
        assertThat(host.events).isEmpty();
        assertThat(host.table()).containsExactly(VS + B + " 2");
    }

    @Test
    void aReloadTouchesWhatItChanges() {
        host.apply(two(), virtualServer().at("10.0.0.2", 80).server(A, 1));
        host.kernel.forgetChanges();

        host.apply(
                two().scheduler("rr").server("192.168.0.3", 3),
                virtualServer().at("10.0.0.3", 80).server(A, 1));

        assertThat(host.kernel.changes())
                .containsExactlyInAnyOrder(
                        new IpvsChange.EditService(
                                new IpvsService(KEY, "rr", Set.of(), Optional.empty(), false)),
                        new IpvsChange.AddDestination(KEY, weighing("192.168.0.3", 3)),
                        new IpvsChange.AddService(service(Sample.key("10.0.0.3", 80))),
                        new IpvsChange.AddDestination(Sample.key("10.0.0.3", 80), weighing(A, 1)),
                        new IpvsChange.DeleteService(Sample.key("10.0.0.2", 80)));
    }

    @Test
    void whatAnEarlierRunHasLeftServesOn() {
        host.kernel.others(
                new IpvsChange.AddService(service(KEY)),
                new IpvsChange.AddDestination(KEY, weighing(A, 1)),
                new IpvsChange.AddDestination(KEY, weighing(SORRY, 1)),
                new IpvsChange.AddService(service(Sample.key("10.0.0.7", 80))));

        host.apply(two());

        assertThat(host.kernel.changes())
                .containsExactly(
                        new IpvsChange.AddDestination(KEY, weighing(B, 2)),
                        new IpvsChange.DeleteDestination(KEY, destination(SORRY)));
        assertThat(host.table()).contains("[10.0.0.7]:tcp:80 nobody");
    }

    @Test
    void aFlushAtTheStartClearsEverythingOnce() {
        host.kernel.others(new IpvsChange.AddService(service(Sample.key("10.0.0.7", 80))));
        host.globals(Host.flushing(true, FlushOnStop.NO)).apply(two());
        assertThat(host.table()).containsExactly(VS + A + " 1", VS + B + " 2");

        host.kernel.forgetChanges();
        host.apply(two());
        assertThat(host.kernel.changes()).isEmpty();
    }

    @Test
    void whatOthersDoIsUndone() {
        host.apply(two());
        host.kernel.others(
                new IpvsChange.DeleteDestination(KEY, destination(A)),
                new IpvsChange.EditDestination(KEY, weighing(B, 7)),
                new IpvsChange.AddService(service(Sample.key("10.0.0.7", 80))));

        host.advance(Duration.ofSeconds(30));

        assertThat(host.table())
                .containsExactly(VS + A + " 1", VS + B + " 2", "[10.0.0.7]:tcp:80 nobody");
        assertThat(host.engine().views().ipvs().repaired()).isEqualTo(2);
    }

    @Test
    void whatTheKernelRefusesIsTriedAgainAndNotTakenForADeedOfOthers() {
        host.kernel.refuse(change -> change instanceof IpvsChange.AddDestination, "ENOMEM");
        host.apply(two());
        assertThat(host.table()).containsExactly(VS + "nobody");
        assertThat(host.engine().views().ipvs().lastRefusal()).contains("ENOMEM");

        host.kernel.refuse(change -> false, "");
        host.advance(Duration.ofSeconds(30));

        assertThat(host.table()).containsExactly(VS + A + " 1", VS + B + " 2");
        assertThat(host.engine().views().ipvs().repaired()).isZero();
        assertThat(host.engine().views().ipvs().refusedServices()).isZero();
    }

    @Test
    void withoutIpvsEverythingElseGoesOnAndItIsTakenUpWhenItAppears() {
        host.kernel.absent(true);
        host.apply(two());
        host.fails(A);

        assertThat(host.events).extracting(LvsEvent::up).containsExactly(true, false);
        assertThat(host.engine().views().ipvs().available()).isFalse();
        assertThat(host.engine().views().ipvs().problem()).contains("ENOENT");

        host.advance(Duration.ofSeconds(5));
        host.kernel.absent(false);
        host.advance(Duration.ofSeconds(8));

        assertThat(host.table()).containsExactly(VS + B + " 2");
        assertThat(host.engine().views().ipvs().available()).isTrue();
    }

    @Test
    void ipvsThatGoesIsTakenUpAgain() {
        host.apply(two());
        host.kernel.absent(true);
        host.fails(A);
        host.kernel.absent(false);

        host.advance(Duration.ofSeconds(1));

        assertThat(host.table()).containsExactly(VS + B + " 2");
        assertThat(host.kernel.opened()).isEqualTo(1);
    }

    @Test
    void theStopTakesEverythingOfOursOut() {
        host.kernel.others(new IpvsChange.AddService(service(Sample.key("10.0.0.7", 80))));
        host.apply(two());

        host.stop();

        assertThat(host.table()).containsExactly("[10.0.0.7]:tcp:80 nobody");
        assertThat(host.checks.assignments()).isEmpty();
        assertThat(host.kernel.opened()).isZero();
    }

    @Test
    void theStopClearsTheWholeTableWhereThatIsWanted() {
        host.kernel.others(new IpvsChange.AddService(service(Sample.key("10.0.0.7", 80))));
        host.globals(Host.flushing(false, FlushOnStop.ALL)).apply(two());

        host.stop();

        assertThat(host.table()).isEmpty();
    }

    @Test
    void theStopLeavesTheTableWhereThatIsWanted() {
        host.start(false);
        host.apply(two());

        host.stop();

        assertThat(host.table()).containsExactly(VS + A + " 1", VS + B + " 2");
    }

    @Test
    void checksRestWhileNoAddressIsHere() {
        host.machine.addLink("eth0");
        host.apply(two().haSuspend());
        assertThat(host.checks.assignments()).allMatch(CheckAssignment::suspended);
        assertThat(host.table()).hasSize(2);

        host.machine.addAddress("eth0", "10.0.0.1/24");
        assertThat(host.checks.assignments()).noneMatch(CheckAssignment::suspended);

        host.machine.removeAddress("eth0", "10.0.0.1/24");
        assertThat(host.checks.assignments()).allMatch(CheckAssignment::suspended);
        assertThat(host.engine().views().of("[10.0.0.1]:tcp:80").status().checksSuspended())
                .isTrue();
    }

    @Test
    void aServiceFollowsItsVirtualRouter() {
        host.apply(two().follows("VI_1"));
        assertThat(host.table()).isEmpty();

        host.router("VI_1", true);
        assertThat(host.table()).hasSize(2);

        host.router("VI_2", false);
        assertThat(host.table()).hasSize(2);

        host.router("VI_1", false);
        assertThat(host.table()).isEmpty();
    }

    @Test
    void whatAnEarlierRunHasLeftGoesWhereTheVirtualRouterIsNotMaster() {
        host.kernel.others(new IpvsChange.AddService(service(KEY)));

        host.apply(two().follows("VI_1"));

        assertThat(host.table()).isEmpty();
    }

    @Test
    void syncDaemonsFollowTheVirtualRouter() {
        host.globals(Host.syncing(sync(Optional.of("VI_1")))).apply(two());
        assertThat(host.syncRoles()).isEmpty();

        host.router("VI_1", false);
        assertThat(host.syncRoles()).containsExactly(Role.BACKUP);
        assertThat(host.kernel.syncDaemons()).allMatch(daemon -> daemon.syncId() == 51);

        host.router("VI_1", true);
        assertThat(host.syncRoles()).containsExactly(Role.MASTER);

        host.stop();
        assertThat(host.syncRoles()).isEmpty();
    }

    @Test
    void withoutAVirtualRouterBothSyncDaemonsRun() {
        host.globals(Host.syncing(sync(Optional.empty()))).apply(two());

        assertThat(host.syncRoles()).containsExactly(Role.MASTER, Role.BACKUP);
    }

    private static SyncSettings sync(Optional<String> instance) {
        return new SyncSettings(
                new InterfaceName("eth0"),
                instance,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty());
    }

    @Test
    void aGroupIsServedByOneMark() {
        host.globals(Host.marking(1000)).apply(two().group("G").addresses(3));

        assertThat(host.table()).containsExactly("FWM 1000 " + A + " 1", "FWM 1000 " + B + " 2");
        assertThat(host.marks.tables().values())
                .singleElement()
                .satisfies(rules -> assertThat(rules).hasSize(3));

        host.stop();
        assertThat(host.marks.tables()).isEmpty();
    }

    @Test
    void withoutMarksEachAddressOfAGroupHasItsService() {
        host.marks.refuse("EOPNOTSUPP");

        host.globals(Host.marking(1000))
                .apply(virtualServer().group("G").addresses(2).server(A, 1));

        assertThat(host.table()).containsExactly(VS + A + " 1", "[10.0.0.2]:tcp:80 " + A + " 1");
    }

    @Test
    void anotherNetworkNamespaceIsLeftBehindClean() {
        host.kernel.addNamespace("blue");
        host.apply(two());

        host.globals(Host.inside("blue")).apply(two());

        assertThat(host.table()).isEmpty();
        assertThat(host.kernel.services(Optional.of("blue"))).hasSize(1);
        assertThat(host.kernel.opened()).isEqualTo(1);
        assertThat(host.checks.lookedFrom()).isEmpty();
    }

    @Test
    void whatIsNotThereIsToldByName() {
        host.apply(two());

        assertThatThrownBy(() -> host.engine().views().of("[10.0.0.2]:tcp:80"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[10.0.0.2]:tcp:80");
        assertThatThrownBy(
                        () ->
                                host.engine()
                                        .views()
                                        .explain("[10.0.0.1]:tcp:80", "[192.168.0.7]:tcp:80"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[192.168.0.7]:tcp:80");
    }
}
