package org.ninelives.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.ipvs.IpvsChange.AddDestination;
import org.ninelives.api.ipvs.IpvsChange.AddService;
import org.ninelives.api.ipvs.IpvsChange.DeleteDestination;
import org.ninelives.api.ipvs.IpvsChange.SetTimeouts;
import org.ninelives.api.ipvs.IpvsChange.StartSync;
import org.ninelives.api.ipvs.IpvsChange.StopSync;
import org.ninelives.api.ipvs.IpvsDestination;
import org.ninelives.api.ipvs.IpvsTimeouts;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.ipvs.SyncDaemon;
import org.ninelives.api.ipvs.TransportProtocol;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;

/** What becomes of timeouts and of the daemons that synchronise connections. */
public abstract class SyncDaemonContract extends IpvsRig {

    private static final ServiceKey SERVICE = endpoint(TransportProtocol.TCP, "10.8.0.1", 80);

    @Test
    void aTimeoutOfNothingKeepsWhatIs() throws Exception {
        IpvsTimeouts before = ipvs.timeouts();
        assertThat(before).isEqualTo(new IpvsTimeouts(900, 120, 300));
        make(new SetTimeouts(new IpvsTimeouts(1000, 0, 50)));
        assertThat(ipvs.timeouts()).isEqualTo(new IpvsTimeouts(1000, 120, 50));
    }

    @ParameterizedTest
    @EnumSource(SyncDaemon.Role.class)
    void aSyncDaemonTellsWhatItRunsWith(SyncDaemon.Role role) throws Exception {
        SyncDaemon plain = daemon(role, "eth0");
        make(new StartSync(plain));
        assertThat(ipvs.syncDaemons())
                .containsExactly(
                        new SyncDaemon(
                                role,
                                plain.interfaceName(),
                                5,
                                OptionalInt.of(1472),
                                Optional.of(IpAddress.of("224.0.0.81")),
                                OptionalInt.of(8848),
                                OptionalInt.of(1)));
        assertThat(errors(new StartSync(plain))).containsExactly("EEXIST");
        make(new StopSync(role));
        assertThat(ipvs.syncDaemons()).isEmpty();
        assertThat(errors(new StopSync(role))).containsExactly("ESRCH");
    }

    private static SyncDaemon daemon(SyncDaemon.Role role, String name) {
        return new SyncDaemon(
                role,
                new InterfaceName(name),
                5,
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"224.0.1.7", "ff02::81"})
    void aSyncDaemonTakesAllItsSettings(String group) throws Exception {
        SyncDaemon daemon =
                new SyncDaemon(
                        SyncDaemon.Role.MASTER,
                        new InterfaceName("eth0"),
                        255,
                        OptionalInt.of(1400),
                        Optional.of(IpAddress.of(group)),
                        OptionalInt.of(9000),
                        OptionalInt.of(3));
        make(new StartSync(daemon));
        assertThat(ipvs.syncDaemons()).containsExactly(daemon);
    }

    @Test
    void bothSyncDaemonsRunAtOnce() throws Exception {
        make(
                new StartSync(daemon(SyncDaemon.Role.BACKUP, "eth0")),
                new StartSync(daemon(SyncDaemon.Role.MASTER, "eth0")));
        assertThat(ipvs.syncDaemons())
                .extracting(SyncDaemon::role)
                .containsExactly(SyncDaemon.Role.MASTER, SyncDaemon.Role.BACKUP);
    }

    @Test
    void aSyncDaemonNeedsItsInterface() throws Exception {
        assertThat(errors(new StartSync(daemon(SyncDaemon.Role.MASTER, "eth9"))))
                .containsExactly("ENODEV");
    }

    @Test
    void syncDaemonsAndDestinationsOfAnotherFamilyExcludeEachOther() throws Exception {
        IpvsDestination foreign = destination("2001:db8::11", 80, 1, Forwarding.TUNNEL);
        StartSync start = new StartSync(daemon(SyncDaemon.Role.MASTER, "eth0"));
        make(new AddService(service(SERVICE)), new AddDestination(SERVICE, foreign));
        assertThat(errors(start)).containsExactly("EINVAL");
        make(new DeleteDestination(SERVICE, foreign.key()), start);
        assertThat(errors(new AddDestination(SERVICE, foreign))).containsExactly("EINVAL");
    }
}
