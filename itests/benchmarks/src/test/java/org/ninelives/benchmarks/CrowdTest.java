package org.ninelives.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CrowdTest {

    @Test
    void eachInterfaceCarriesAsManyVirtualRoutersAsThereAreVrids() {
        assertThat(new Crowd(255, 1, 10).cables()).isEqualTo(1);
        assertThat(new Crowd(256, 1, 10).cables()).isEqualTo(2);
        assertThat(new Crowd(2000, 1, 10).cables()).isEqualTo(8);
    }

    @Test
    void theLastOfManyIsOnTheLastInterface() {
        String text = new Crowd(256, 2, 10).configuration("BACKUP", 90);

        assertThat(text.substring(text.indexOf("vrrp_instance VI_256")))
                .contains("interface v1\n")
                .contains("virtual_router_id 1\n")
                .contains("priority 90\n")
                .contains("advert_int 0.01\n")
                .contains("        10.1.1.1/32\n        10.1.1.2/32\n    }");
    }

    @Test
    void aChangeAddsAnAddressToTheFirstOnes() {
        Crowd crowd = new Crowd(3, 1, 1000);
        String before = crowd.configuration("MASTER", 255);
        String after = crowd.configuration("MASTER", 255, 2);

        assertThat(Arrays.stream(after.split("\n")).filter(line -> !before.contains(line)))
                .containsExactly("        10.0.1.2/32", "        10.0.2.2/32");
    }

    @Test
    void aVirtualRouterIsFoundByWhatItSends() {
        int source = 10 << 24 | 1 << 16 | 1;
        int address = 10 << 24 | 1 << 16 | 1 << 8 | 7;

        assertThat(Crowd.number(source, 1)).isEqualTo(255);
        assertThat(Crowd.numberOf(address)).isEqualTo(255);
        assertThat(Crowd.hostOf(address)).isEqualTo(7);
    }
}
