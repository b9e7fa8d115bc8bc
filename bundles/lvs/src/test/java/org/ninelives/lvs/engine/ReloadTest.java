package org.ninelives.lvs.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ninelives.api.ipvs.IpvsChange;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.lvs.core.Sample;

/** What a reload of a thousand virtual servers does in the kernel. */
class ReloadTest {

    private static final int SERVICES = 1000;
    private static final int SERVERS = 20;
    private static final int CHANGED = SERVICES / 100;

    private final Host host = new Host();

    /** The first of them with another weight for each of their servers. */
    private void apply(int changed) {
        host.apply(
                IntStream.range(0, SERVICES)
                        .mapToObj(number -> service(number, number < changed ? 2 : 1))
                        .toArray(Sample[]::new));
    }

    private static Sample service(int number, int weight) {
        Sample sample = Sample.virtualServer().at(address(number), 80);
        for (int server = 1; server <= SERVERS; server++) {
            sample.server("192.168.0." + server, weight);
        }
        return sample;
    }

    private static String address(int number) {
        return "10.0." + number / 250 + "." + (number % 250 + 1);
    }

    @Test
    void whatHasNotChangedIsNotTouched() {
        apply(0);
        assertThat(host.kernel.changes()).hasSize(SERVICES * (1 + SERVERS));
        host.kernel.forgetChanges();

        apply(0);

        assertThat(host.kernel.changes()).isEmpty();
    }

    @Test
    void ofAThousandServicesOnlyTheTenThatChangeAreTouched() {
        apply(0);
        host.kernel.forgetChanges();

        apply(CHANGED);

        Set<ServiceKey> touched = new HashSet<>();
        for (IpvsChange change : host.kernel.changes()) {
            assertThat(change).isInstanceOf(IpvsChange.EditDestination.class);
            touched.add(((IpvsChange.EditDestination) change).service());
        }
        assertThat(host.kernel.changes()).hasSize(CHANGED * SERVERS);
        assertThat(touched)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, CHANGED)
                                .mapToObj(number -> Sample.key(address(number), 80))
                                .toList());
    }
}
