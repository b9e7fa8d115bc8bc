package org.ninelives.ipvs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.api.ipvs.DestinationKey;
import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.ipvs.IpvsChange;
import org.ninelives.api.ipvs.IpvsChange.AddDestination;
import org.ninelives.api.ipvs.IpvsChange.AddService;
import org.ninelives.api.ipvs.IpvsChange.DeleteDestination;
import org.ninelives.api.ipvs.IpvsChange.DeleteService;
import org.ninelives.api.ipvs.IpvsChange.EditDestination;
import org.ninelives.api.ipvs.IpvsChange.EditService;
import org.ninelives.api.ipvs.IpvsDestination;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.IpvsTimeouts;
import org.ninelives.api.ipvs.Persistence;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.ipvs.SyncDaemon;
import org.ninelives.api.ipvs.TransportProtocol;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;

class RefusalTest {

    private static final ServiceKey WEB = endpoint(TransportProtocol.TCP, "10.0.0.1");
    private static final DestinationKey SERVER =
            new DestinationKey(IpAddress.of("10.0.0.11"), 8080);
    private static final IpvsDestination DESTINATION =
            new IpvsDestination(SERVER, Forwarding.DIRECT_ROUTING, 1, 0, 0);

    private static ServiceKey endpoint(TransportProtocol protocol, String address) {
        return new ServiceKey.Endpoint(protocol, IpAddress.of(address), 80);
    }

    private static IpvsService service(ServiceKey key, Optional<String> engine) {
        Persistence persistence = new Persistence(60, 32, engine);
        return new IpvsService(key, "mh", Set.of(), Optional.of(persistence), false);
    }

    static Stream<Arguments> sentences() {
        IpvsService plain = new IpvsService(WEB, "mh", Set.of(), Optional.empty(), false);
        IpvsService dns =
                new IpvsService(
                        endpoint(TransportProtocol.UDP, "2001:db8::1"),
                        "mh",
                        Set.of(),
                        Optional.empty(),
                        false);
        SyncDaemon daemon =
                new SyncDaemon(
                        SyncDaemon.Role.BACKUP,
                        new InterfaceName("eth9"),
                        5,
                        OptionalInt.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty());
        String server = "real_server 10.0.0.11:8080 of virtual_server 10.0.0.1:80: ";
        return Stream.of(
                Arguments.of(
                        new AddService(plain),
                        "ENOENT",
                        "virtual_server 10.0.0.1:80: scheduler 'mh' is not in this kernel: ENOENT"
                                + " (modprobe ip_vs_mh)"),
                Arguments.of(
                        new EditService(service(WEB, Optional.of("sip"))),
                        "ENOENT",
                        "virtual_server 10.0.0.1:80: scheduler 'mh' or persistence_engine 'sip' is"
                                + " not in this kernel: ENOENT (modprobe ip_vs_mh; modprobe"
                                + " ip_vs_pe_sip)"),
                Arguments.of(
                        new AddService(dns),
                        "EEXIST",
                        "virtual_server [2001:db8::1]:80 (UDP): EEXIST (another program has added"
                                + " it; 'ipvsadm -D' removes it)"),
                Arguments.of(
                        new AddService(service(WEB, Optional.empty())),
                        "EINVAL",
                        "virtual_server 10.0.0.1:80: EINVAL (is persistence_granularity right?"
                                + " 1..32, IPv6 1..128)"),
                Arguments.of(new AddService(plain), "EINVAL", "virtual_server 10.0.0.1:80: EINVAL"),
                Arguments.of(
                        new DeleteService(new ServiceKey.Mark(IpAddress.Family.IPV6, 7)),
                        "ESRCH",
                        "virtual_server fwmark 7 of IPv6: ESRCH (another program has removed it)"),
                Arguments.of(
                        new DeleteService(endpoint(TransportProtocol.SCTP, "10.0.0.1")),
                        "EPERM",
                        "virtual_server 10.0.0.1:80 (SCTP): EPERM (needs CAP_NET_ADMIN)"),
                Arguments.of(
                        new AddDestination(WEB, DESTINATION),
                        "EEXIST",
                        server + "EEXIST (another program has added it; 'ipvsadm -d' removes it)"),
                Arguments.of(
                        new EditDestination(WEB, DESTINATION),
                        "ENOENT",
                        server + "ENOENT (another program has removed it)"),
                Arguments.of(
                        new DeleteDestination(WEB, SERVER),
                        "ESRCH",
                        server + "ESRCH (its virtual_server is not there)"),
                Arguments.of(
                        new AddDestination(WEB, DESTINATION),
                        "ERANGE",
                        server
                                + "ERANGE (is the weight below 0, or lthreshold above"
                                + " uthreshold?)"),
                Arguments.of(
                        new IpvsChange.StartSync(daemon),
                        "ENODEV",
                        "lvs_sync_daemon, backup: ENODEV (there is no interface eth9)"),
                Arguments.of(
                        new IpvsChange.StopSync(SyncDaemon.Role.MASTER),
                        "ESRCH",
                        "lvs_sync_daemon, master: ESRCH (it does not run)"),
                Arguments.of(
                        new IpvsChange.SetTimeouts(new IpvsTimeouts(1, 1, 1)),
                        "EINVAL",
                        "lvs_timeouts: EINVAL (0..2678400 s)"),
                Arguments.of(
                        new IpvsChange.Flush(), "ENOMEM", "removing all virtual servers: ENOMEM"));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void aRefusalNamesTheObjectAndWhatToDo(IpvsChange change, String errno, String sentence) {
        assertThat(Refusal.of(change, errno)).hasMessage(sentence);
        assertThat(Refusal.of(change, errno).errno()).isEqualTo(errno);
    }

    @Test
    void aKernelWithoutIpvsIsToldInTheWordsMonitorsKnow() {
        assertThat(Refusal.of("IPVS_CMD_GET_SERVICE", "ENOENT"))
                .hasMessage(
                        "Can't initialize ipvs: Protocol not available; this kernel has no IPVS:"
                                + " 'modprobe ip_vs', or install the kernel's package of modules");
    }

    @Test
    void aRefusedQuestionNamesTheRight() {
        assertThat(Refusal.of("IPVS_CMD_GET_INFO", "EPERM"))
                .hasMessage("IPVS_CMD_GET_INFO: EPERM (needs CAP_NET_ADMIN)");
        assertThat(Refusal.of("IPVS_CMD_GET_INFO", "ENOMEM"))
                .hasMessage("IPVS_CMD_GET_INFO: ENOMEM");
    }
}
