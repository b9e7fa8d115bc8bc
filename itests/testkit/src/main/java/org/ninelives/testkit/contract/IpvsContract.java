package org.ninelives.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.ipvs.DestinationEntry;
import org.ninelives.api.ipvs.DestinationKey;
import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.ipvs.IpvsChange;
import org.ninelives.api.ipvs.IpvsChange.AddDestination;
import org.ninelives.api.ipvs.IpvsChange.AddService;
import org.ninelives.api.ipvs.IpvsChange.DeleteDestination;
import org.ninelives.api.ipvs.IpvsChange.DeleteService;
import org.ninelives.api.ipvs.IpvsChange.EditDestination;
import org.ninelives.api.ipvs.IpvsChange.EditService;
import org.ninelives.api.ipvs.IpvsChange.Flush;
import org.ninelives.api.ipvs.IpvsDestination;
import org.ninelives.api.ipvs.IpvsFailure;
import org.ninelives.api.ipvs.IpvsKernel;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.Persistence;
import org.ninelives.api.ipvs.SchedulerFlag;
import org.ninelives.api.ipvs.ServiceEntry;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.ipvs.TransportProtocol;
import org.ninelives.api.net.IpAddress;

/** What becomes of changes to IPVS, and what it tells. */
public abstract class IpvsContract extends SyncDaemonContract {

    private static final ServiceKey WEB = endpoint(TransportProtocol.TCP, "10.8.0.1", 80);
    private static final ServiceKey WEB_IPV6 = endpoint(TransportProtocol.TCP, "2001:db8::1", 80);
    private static final ServiceKey MARK = new ServiceKey.Mark(IpAddress.Family.IPV4, 100);
    private static final IpvsDestination FIRST = destination("10.8.0.11", 80, 1);
    private static final IpvsDestination SECOND = destination("10.8.0.12", 80, 2);
    private static final IpvsDestination FOREIGN = destination("2001:db8::11", 80, 1);

    private static IpvsService persistent(ServiceKey key, int prefixLength) {
        Persistence persistence = new Persistence(300, prefixLength, Optional.empty());
        return new IpvsService(key, "rr", Set.of(), Optional.of(persistence), false);
    }

    private static Forwarding tunnel(
            Forwarding.TunnelType type, int port, Forwarding.Checksum checksum) {
        return new Forwarding(
                Forwarding.Method.TUNNEL, Optional.of(new Forwarding.Tunnel(type, port, checksum)));
    }

    private List<IpvsDestination> destinations(ServiceKey key) throws Exception {
        return ipvs.service(key).orElseThrow().destinations().stream()
                .map(DestinationEntry::destination)
                .toList();
    }

    @Test
    void itTellsItsVersion() throws Exception {
        assertThat(ipvs.version()).matches("1\\.\\d+\\.\\d+");
    }

    @Test
    void atFirstNothingIsBalanced() throws Exception {
        assertThat(ipvs.services()).isEmpty();
        assertThat(ipvs.service(WEB)).isEmpty();
        assertThat(ipvs.syncDaemons()).isEmpty();
    }

    static Stream<IpvsService> services() {
        ServiceKey dns = endpoint(TransportProtocol.UDP, "10.8.0.1", 53);
        ServiceKey sip = endpoint(TransportProtocol.UDP, "2001:db8::1", 5060);
        Persistence byCall = new Persistence(60, 128, Optional.of("sip"));
        return Stream.of(
                service(WEB),
                service(WEB_IPV6),
                service(endpoint(TransportProtocol.SCTP, "10.8.0.1", 132)),
                service(MARK),
                service(new ServiceKey.Mark(IpAddress.Family.IPV6, 0xffff_ffffL)),
                new IpvsService(dns, "rr", Set.of(), Optional.empty(), true),
                new IpvsService(
                        WEB,
                        "sh",
                        Set.of(SchedulerFlag.FLAG_1, SchedulerFlag.FLAG_2),
                        Optional.empty(),
                        false),
                new IpvsService(WEB, "mh", Set.of(SchedulerFlag.FLAG_3), Optional.empty(), false),
                persistent(WEB, 32),
                persistent(WEB, 24),
                persistent(WEB, 1),
                persistent(WEB_IPV6, 64),
                persistent(endpoint(TransportProtocol.TCP, "10.8.0.1", 0), 32),
                new IpvsService(sip, "rr", Set.of(), Optional.of(byCall), false));
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceIsToldAsItWasAdded(IpvsService service) throws Exception {
        make(new AddService(service));
        assertThat(ipvs.services()).extracting(ServiceEntry::service).containsExactly(service);
        assertThat(ipvs.service(service.key()).orElseThrow().service()).isEqualTo(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rr", "wrr", "lc", "wlc", "lblc", "lblcr", "dh", "sh", "mh", "sed", "nq", "fo",
                "ovf"
            })
    void eachSchedulerIsThere(String scheduler) throws Exception {
        make(new AddService(new IpvsService(WEB, scheduler, Set.of(), Optional.empty(), false)));
        assertThat(ipvs.service(WEB).orElseThrow().service().scheduler()).isEqualTo(scheduler);
    }

    static Stream<IpvsDestination> destinations() {
        DestinationKey limited = new DestinationKey(IpAddress.of("10.8.0.11"), 80);
        return Stream.of(
                destination("10.8.0.11", 8080, 1, Forwarding.MASQUERADING),
                destination("10.8.0.11", 80, 0, Forwarding.DIRECT_ROUTING),
                destination("10.8.0.11", 80, Integer.MAX_VALUE, Forwarding.TUNNEL),
                destination(
                        "10.8.0.11",
                        80,
                        1,
                        tunnel(Forwarding.TunnelType.GUE, 6080, Forwarding.Checksum.REMOTE)),
                destination(
                        "10.8.0.11",
                        80,
                        1,
                        tunnel(Forwarding.TunnelType.GRE, 0, Forwarding.Checksum.FULL)),
                destination("2001:db8::11", 80, 1, Forwarding.TUNNEL),
                new IpvsDestination(limited, Forwarding.MASQUERADING, 1, 1000, 700),
                new IpvsDestination(limited, Forwarding.MASQUERADING, 1, 0xffff_ffffL, 0));
    }

    @ParameterizedTest
    @MethodSource("destinations")
    void aDestinationIsToldAsItWasAdded(IpvsDestination destination) throws Exception {
        make(new AddService(service(WEB)), new AddDestination(WEB, destination));
        assertThat(destinations(WEB)).containsExactly(destination);
        DestinationEntry entry = ipvs.service(WEB).orElseThrow().destinations().getFirst();
        assertThat(entry.activeConnections() + entry.inactiveConnections()).isZero();
        assertThat(entry.counters().connections()).isZero();
    }

    @Test
    void plainIpInIpNeedsNoWords() throws Exception {
        Forwarding wordy = tunnel(Forwarding.TunnelType.IPIP, 0, Forwarding.Checksum.NONE);
        make(
                new AddService(service(WEB)),
                new AddDestination(WEB, destination("10.8.0.11", 80, 1, wordy)));
        assertThat(destinations(WEB).getFirst().forwarding()).isEqualTo(Forwarding.TUNNEL);
    }

    @Test
    void theNewestDestinationIsToldFirst() throws Exception {
        make(
                new AddService(service(WEB)),
                new AddDestination(WEB, FIRST),
                new AddDestination(WEB, SECOND));
        assertThat(destinations(WEB)).containsExactly(SECOND, FIRST);
        make(new EditDestination(WEB, destination("10.8.0.11", 80, 5)));
        assertThat(destinations(WEB)).first().isEqualTo(SECOND);
    }

    @Test
    void servicesOfMarksAreToldLast() throws Exception {
        make(
                new AddService(service(MARK)),
                new AddService(service(WEB)),
                new AddService(service(WEB_IPV6)));
        assertThat(ipvs.services())
                .hasSize(3)
                .last()
                .extracting(entry -> entry.service().key())
                .isEqualTo(MARK);
    }

    @Test
    void anEditedServiceKeepsItsDestinations() throws Exception {
        make(new AddService(service(WEB)), new AddDestination(WEB, FIRST));
        make(new EditService(persistent(WEB, 24)));
        assertThat(ipvs.service(WEB).orElseThrow().service()).isEqualTo(persistent(WEB, 24));
        assertThat(destinations(WEB)).containsExactly(FIRST);
        make(new EditService(service(WEB)));
        assertThat(ipvs.service(WEB).orElseThrow().service()).isEqualTo(service(WEB));
    }

    @ParameterizedTest
    @MethodSource("destinations")
    void anEditChangesAllButTheKeyOfADestination(IpvsDestination wanted) throws Exception {
        IpvsDestination other =
                new IpvsDestination(
                        wanted.key(),
                        tunnel(Forwarding.TunnelType.GUE, 7000, Forwarding.Checksum.FULL),
                        9,
                        9,
                        9);
        make(new AddService(service(WEB)), new AddDestination(WEB, other));
        make(new EditDestination(WEB, wanted));
        assertThat(destinations(WEB)).containsExactly(wanted);
    }

    @Test
    void aDeletedServiceTakesItsDestinationsAlong() throws Exception {
        make(new AddService(service(WEB)), new AddDestination(WEB, FIRST));
        make(new DeleteService(WEB), new AddService(service(WEB)));
        assertThat(destinations(WEB)).isEmpty();
    }

    @Test
    void aDeletedDestinationIsGone() throws Exception {
        make(
                new AddService(service(WEB)),
                new AddDestination(WEB, FIRST),
                new AddDestination(WEB, SECOND),
                new DeleteDestination(WEB, FIRST.key()));
        assertThat(destinations(WEB)).containsExactly(SECOND);
    }

    @Test
    void aFlushRemovesEverything() throws Exception {
        make(
                new AddService(service(WEB)),
                new AddDestination(WEB, FIRST),
                new AddService(service(MARK)),
                new Flush());
        assertThat(ipvs.services()).isEmpty();
        make(new Flush());
    }

    @Test
    void whatIsThereAlreadyIsRefused() throws Exception {
        make(new AddService(service(WEB)), new AddDestination(WEB, FIRST));
        assertThat(errors(new AddService(service(WEB)), new AddDestination(WEB, FIRST)))
                .containsExactly("EEXIST", "EEXIST");
    }

    @Test
    void whatIsNotThereIsRefused() throws Exception {
        assertThat(
                        errors(
                                new EditService(service(WEB)),
                                new DeleteService(WEB),
                                new AddDestination(WEB, FIRST),
                                new EditDestination(WEB, FIRST),
                                new DeleteDestination(WEB, FIRST.key())))
                .hasSize(5)
                .containsOnly("ESRCH");
        make(new AddService(service(WEB)));
        assertThat(errors(new EditDestination(WEB, FIRST), new DeleteDestination(WEB, FIRST.key())))
                .containsExactly("ENOENT", "ENOENT");
    }

    @Test
    void whatTheKernelDoesNotKnowIsRefused() throws Exception {
        IpvsService strange = new IpvsService(WEB, "nosuch", Set.of(), Optional.empty(), false);
        Persistence byNothing = new Persistence(60, 32, Optional.of("nosuch"));
        IpvsService engine = new IpvsService(WEB, "rr", Set.of(), Optional.of(byNothing), false);
        assertThat(errors(new AddService(strange), new AddService(engine)))
                .containsExactly("ENOENT", "ENOENT");
        make(new AddService(service(WEB)));
        assertThat(errors(new EditService(strange), new EditService(engine)))
                .containsExactly("ENOENT", "ENOENT");
        assertThat(ipvs.service(WEB).orElseThrow().service()).isEqualTo(service(WEB));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 129})
    void aPrefixOfIpv6ThatCannotBeIsRefused(int length) throws Exception {
        assertThat(errors(new AddService(persistent(WEB_IPV6, length)))).containsExactly("EINVAL");
    }

    static Stream<IpvsDestination> outOfRange() {
        return Stream.of(
                destination("10.8.0.11", 80, -1),
                new IpvsDestination(FIRST.key(), Forwarding.DIRECT_ROUTING, 1, 5, 6),
                new IpvsDestination(FIRST.key(), Forwarding.DIRECT_ROUTING, 1, 0, 6));
    }

    @ParameterizedTest
    @MethodSource("outOfRange")
    void weightsAndThresholdsOutOfRangeAreRefused(IpvsDestination wrong) throws Exception {
        make(new AddService(service(WEB)));
        assertThat(errors(new AddDestination(WEB, wrong))).containsExactly("ERANGE");
        make(new AddDestination(WEB, FIRST));
        assertThat(errors(new EditDestination(WEB, wrong))).containsExactly("ERANGE");
        assertThat(destinations(WEB)).containsExactly(FIRST);
    }

    static Stream<IpvsDestination> impossible() {
        return Stream.of(
                destination("224.0.0.1", 80, 1),
                destination("0.0.0.0", 80, 1),
                FOREIGN,
                destination(
                        "10.8.0.11",
                        80,
                        1,
                        tunnel(Forwarding.TunnelType.GUE, 0, Forwarding.Checksum.NONE)));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void aDestinationThatCannotBeIsRefused(IpvsDestination wrong) throws Exception {
        make(new AddService(service(WEB)));
        assertThat(errors(new AddDestination(WEB, wrong))).containsExactly("EINVAL");
        assertThat(destinations(WEB)).isEmpty();
    }

    @Test
    void aRefusedChangeStopsNoneAfterIt() throws Exception {
        List<IpvsChange> changes = new ArrayList<>(List.of(new AddService(service(WEB))));
        for (int i = 0; i < 1000; i++) {
            changes.add(new AddDestination(WEB, destination("10.8.1." + i % 250, 80 + i, 1)));
            changes.add(new DeleteService(MARK));
        }
        List<IpvsFailure> failures = ipvs.apply(changes);
        assertThat(failures).hasSize(1000);
        assertThat(failures).extracting(IpvsFailure::change).containsOnly(new DeleteService(MARK));
        assertThat(failures).extracting(failure -> failure.cause().errno()).containsOnly("ESRCH");
        assertThat(destinations(WEB)).hasSize(1000);
    }

    @Test
    void nothingToDoIsDone() throws Exception {
        make();
    }

    @Test
    void manyServicesAreToldWithTheirDestinations() throws Exception {
        List<IpvsChange> changes = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            ServiceKey key = endpoint(TransportProtocol.TCP, "10.8.0.1", i);
            changes.add(new AddService(service(key)));
            changes.add(new AddDestination(key, destination("10.8.0.11", i, 1)));
        }
        make(changes.toArray(IpvsChange[]::new));
        assertThat(ipvs.services())
                .hasSize(300)
                .allSatisfy(
                        entry ->
                                assertThat(entry.destinations())
                                        .singleElement()
                                        .extracting(d -> d.destination().key().port())
                                        .isEqualTo(
                                                ((ServiceKey.Endpoint) entry.service().key())
                                                        .port()));
    }

    @Test
    void aNamespaceThatIsNotThereIsRefused() throws Exception {
        IpvsKernel kernel = kernel();
        assertThatThrownBy(() -> kernel.open(Optional.of("nl-no-such")))
                .hasMessageContaining("ENOENT");
    }
}
