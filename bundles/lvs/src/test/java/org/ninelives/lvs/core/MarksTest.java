package org.ninelives.lvs.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.lvs.core.Sample.virtualServer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ninelives.api.ipvs.FwmarkRule;
import org.ninelives.api.ipvs.IpvsService;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.net.IpAddress;
import org.ninelives.lvs.settings.VirtualServerSettings;

class MarksTest {

    private static final ServiceKey PLAIN = Sample.key("10.1.0.1", 80);

    private final Marks marks = new Marks();

    private static Sample group(String name, String address) {
        return virtualServer().at(address, 80).group(name).addresses(2).server("192.168.0.1", 1);
    }

    private static Sample plain() {
        return virtualServer().at("10.1.0.1", 80).server("192.168.0.1", 1);
    }

    private Marks.Marked mark(Sample... samples) {
        return marks.mark(100, Stream.of(samples).map(Sample::settings).toList());
    }

    private static List<ServiceKey> keys(Marks.Marked marked) {
        return marked.servers().stream()
                .map(VirtualServerSettings::services)
                .flatMap(List::stream)
                .map(IpvsService::key)
                .toList();
    }

    private static ServiceKey of(long mark) {
        return new ServiceKey.Mark(IpAddress.Family.IPV4, mark);
    }

    @Test
    void onlyGroupsGetMarks() {
        Marks.Marked marked = mark(plain(), group("G", "10.2.0.1"), group("H", "10.3.0.1"));

        assertThat(keys(marked)).containsExactly(PLAIN, of(100), of(101));
        assertThat(marked.rules())
                .extracting(FwmarkRule::mark)
                .containsExactly(100L, 100L, 101L, 101L);
        assertThat(marked.rules())
                .extracting(rule -> rule.first().toString())
                .containsExactly("10.2.0.1", "10.2.0.2", "10.3.0.1", "10.3.0.2");
    }

    @Test
    void aGroupKeepsItsMarkWhenOthersComeAndGo() {
        mark(group("G", "10.2.0.1"), group("H", "10.3.0.1"));

        assertThat(keys(mark(group("I", "10.4.0.1"), group("H", "10.3.0.1"))))
                .containsExactly(of(100), of(101));
    }

    @Test
    void aMarkOfTheConfigurationIsNotGivenAgain() {
        VirtualServerSettings configured =
                plain().settings()
                        .withServices(
                                List.of(
                                        new IpvsService(
                                                of(100), "rr", Set.of(), Optional.empty(), false)));

        assertThat(keys(marks.mark(100, List.of(configured, group("G", "10.2.0.1").settings()))))
                .containsExactly(of(100), of(101));
    }
}
