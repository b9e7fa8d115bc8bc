package org.ninelives.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.ninelives.api.ipvs.IpvsChange;

class FarmTest {

    private static final Farm FARM = new Farm(300, 2);

    @Test
    void eachVirtualServerHasRealServersOfItsOwn() {
        String text = FARM.configuration(0);

        assertThat(text.lines().filter(line -> line.contains("real_server")).distinct())
                .hasSize(600);
        assertThat(text.substring(text.indexOf("virtual_server 10.100.1.43 80")))
                .contains("real_server 10.128.2.86 80")
                .contains("real_server 10.128.2.87 80")
                .doesNotContain("weight 2");
    }

    @Test
    void aChangeMakesTheRealServersOfTheFirstOnesHeavier() {
        assertThat(FARM.configuration(3).lines().filter(line -> line.contains("weight 2")))
                .hasSize(6);
    }

    @Test
    void whatIpvsIsToldIsTheSame() {
        String[] added =
                FARM.changes().stream()
                        .filter(IpvsChange.AddDestination.class::isInstance)
                        .map(IpvsChange.AddDestination.class::cast)
                        .map(add -> add.destination().key().address().toString())
                        .toArray(String[]::new);
        String[] configured =
                FARM.configuration(0)
                        .lines()
                        .filter(line -> line.contains("real_server"))
                        .map(line -> line.split(" ", -1)[5])
                        .toArray(String[]::new);

        assertThat(Arrays.asList(added)).containsExactly(configured);
    }
}
