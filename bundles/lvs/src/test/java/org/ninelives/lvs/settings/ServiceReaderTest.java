package org.ninelives.lvs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.Persistence;
import org.ninelives.api.ipvs.SchedulerFlag;

/** How the kernel schedules what a virtual server takes. */
class ServiceReaderTest {

    private static ConfigText with(String header, String lines) {
        String server = header.contains(":") ? "fd00::2" : "192.168.0.2";
        return ConfigText.of(
                "virtual_server "
                        + header
                        + " {\nprotocol TCP\n"
                        + lines
                        + "\nreal_server "
                        + server
                        + " { }\n}\n");
    }

    private static IpvsService service(String lines) {
        return with("10.0.0.1 80", lines).virtualServer().services().getFirst();
    }

    private static Optional<Persistence> persistence(String lines) {
        return service(lines).persistence();
    }

    @Test
    void theOldNameOfTheSchedulerCountsToo() {
        assertThat(service("lvs_sched sed").scheduler()).isEqualTo("sed");
        assertThat(service("lvs_sched sed\nlb_algo rr").scheduler()).isEqualTo("rr");
    }

    @Test
    void anUnknownSchedulerIsAnErrorAndTheUsualOneIsTaken() {
        ConfigText text = with("10.0.0.1 80", "lb_algo WLC");

        assertThat(text.virtualServer().services().getFirst().scheduler()).isEqualTo("wlc");
        assertThat(text.problems())
                .containsExactly(
                        "ERROR test.conf:3: lb_algo: WLC is none of rr|wrr|lc|wlc|lblc|lblcr|sh|mh"
                                + "|dh|fo|ovf|sed|nq|twos");
    }

    @Test
    void flagsOfASchedulerMayStandBeforeIt() {
        ConfigText text = with("10.0.0.1 80", "sh-port\nsh-fallback\nlb_algo sh");

        assertThat(text.problems()).isEmpty();
        assertThat(text.virtualServer().services().getFirst().flags())
                .isEqualTo(Set.of(SchedulerFlag.FLAG_1, SchedulerFlag.FLAG_2));
        assertThat(service("flag-3\nmh-port\nlb_algo mh").flags())
                .isEqualTo(Set.of(SchedulerFlag.FLAG_2, SchedulerFlag.FLAG_3));
    }

    @Test
    void flagsOfAnotherSchedulerAreIgnored() {
        ConfigText text = with("10.0.0.1 80", "lb_algo mh\nsh-port");

        assertThat(text.virtualServer().services().getFirst().flags()).isEmpty();
        assertThat(text.problems())
                .containsExactly(
                        "WARNING test.conf:4: sh-port: is for the scheduler sh, and this is mh;"
                                + " ignored");
    }

    @Test
    void clientsStaySixMinutesWhereNoTimeIsWritten() {
        assertThat(persistence("persistence_timeout"))
                .contains(new Persistence(360, 32, Optional.empty()));
        assertThat(persistence("persistence_granularity 255.255.255.0"))
                .contains(new Persistence(360, 24, Optional.empty()));
        assertThat(persistence("persistence_timeout 50\npersistence_engine sip"))
                .contains(new Persistence(50, 32, Optional.of("sip")));
    }

    @Test
    void noPersistenceIsWrittenAsZero() {
        assertThat(persistence("persistence_timeout 0\npersistence_granularity 255.255.255.0"))
                .isEmpty();
    }

    @Test
    void aServiceOfAllPortsIsPersistent() {
        ConfigText text = with("10.0.0.1", "persistence_timeout 0");

        assertThat(text.virtualServer().services().getFirst().persistence())
                .contains(new Persistence(360, 32, Optional.empty()));
        assertThat(text.problems())
                .containsExactly(
                        "WARNING test.conf:1: virtual_server: port 0 takes all ports, which needs"
                                + " persistence; persistence_timeout is 360");
        assertThat(with("10.0.0.1 0", "persistence_timeout 9").problems()).isEmpty();
    }

    @Test
    void aGranularityIsThatOfItsFamily() {
        assertThat(
                        with("2001:db8::1 80", "persistence_granularity 64")
                                .virtualServer()
                                .services()
                                .getFirst()
                                .persistence())
                .contains(new Persistence(360, 64, Optional.empty()));
        assertThat(with("2001:db8::1 80", "persistence_granularity 255.255.0.0").problems())
                .containsExactly(
                        "ERROR test.conf:3: persistence_granularity: an IPv6 address has 1..128"
                                + " bits in common and no mask; ignored");
        assertThat(with("10.0.0.1 80", "persistence_granularity 64").problems())
                .singleElement()
                .asString()
                .contains("an IPv4 address has 1..32 bits in common");
    }

    @Test
    void anEngineWithoutPersistenceIsIgnored() {
        ConfigText text = with("10.0.0.1 80", "persistence_engine sip");

        assertThat(text.virtualServer().services().getFirst().persistence()).isEmpty();
        assertThat(text.problems())
                .containsExactly(
                        "WARNING test.conf:3: persistence_engine: needs a persistence_timeout"
                                + " beside it; ignored");
    }

    @Test
    void onePacketSchedulingIsForUdpAndMarks() {
        assertThat(with("10.0.0.1 80", "ops").problems())
                .containsExactly("WARNING test.conf:3: ops: is for the protocol UDP only; ignored");
        assertThat(service("protocol udp\nops").onePacket()).isTrue();
        assertThat(with("fwmark 7", "ops").virtualServer().services().getFirst().onePacket())
                .isTrue();
    }
}
