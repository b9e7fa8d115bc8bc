package org.ninelives.bfd.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ninelives.api.configuration.PlannedChange;

class BfdPlanTest {

    @Test
    void eachSessionIsToldWithWhatChanges() {
        BfdSettings from =
                settings(
                        """
                        bfd_instance A { neighbor_ip 10.0.0.1 }
                        bfd_instance B { neighbor_ip 10.0.0.2 }
                        bfd_instance C { neighbor_ip 10.0.0.3 }
                        """);
        BfdSettings to =
                settings(
                        """
                        global_defs { bfd_no_swap }
                        bfd_instance B { neighbor_ip 10.0.0.2 }
                        bfd_instance C {
                            neighbor_ip 10.0.0.3
                            min_tx 50
                            multiplier 3
                            passive
                        }
                        bfd_instance D { neighbor_ip 10.0.0.4 }
                        """);

        assertThat(BfdPlan.changes(from, to))
                .extracting(PlannedChange::toString)
                .satisfies(changes -> assertThat(changes.getLast()).contains("memoryLocked=true"))
                .startsWith(
                        "KEEP bfd_instance B",
                        "CHANGE bfd_instance C: min_tx 10.0 -> 50.0, multiplier 5 -> 3, passive"
                                + " false -> true",
                        "ADD bfd_instance D",
                        "REMOVE bfd_instance A")
                .hasSize(5);
    }

    private static BfdSettings settings(String text) {
        return ConfigText.of(text).settings();
    }
}
