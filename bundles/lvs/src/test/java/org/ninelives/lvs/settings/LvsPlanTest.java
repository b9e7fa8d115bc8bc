package org.ninelives.lvs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.api.configuration.PlannedChange;

/** What a reload is said to do. */
class LvsPlanTest {

    private static final String PLAIN =
            """
            virtual_server 10.0.0.1 80 {
                protocol TCP
                real_server 192.168.0.2 80 {
                    weight 1
                    TCP_CHECK { }
                }
                real_server 192.168.0.3 80 { }
            }
            virtual_server 10.0.0.2 80 {
                protocol TCP
                real_server 192.168.0.2 80 { }
            }
            """;

    private static List<String> changes(String from, String to) {
        return LvsPlan.changes(ConfigText.of(from).settings(), ConfigText.of(to).settings())
                .stream()
                .map(PlannedChange::toString)
                .toList();
    }

    @Test
    void whatIsTheSameIsKept() {
        assertThat(changes(PLAIN, "\n" + PLAIN))
                .containsExactly(
                        "KEEP virtual_server [10.0.0.1]:tcp:80",
                        "KEEP virtual_server [10.0.0.2]:tcp:80");
    }

    @Test
    void fromNothingAndToNothing() {
        assertThat(changes("", PLAIN))
                .containsExactly(
                        "ADD virtual_server [10.0.0.1]:tcp:80",
                        "ADD virtual_server [10.0.0.2]:tcp:80");
        assertThat(changes(PLAIN, ""))
                .containsExactly(
                        "REMOVE virtual_server [10.0.0.1]:tcp:80",
                        "REMOVE virtual_server [10.0.0.2]:tcp:80");
    }

    @Test
    void realServersThatComeGoAndChange() {
        String next =
                PLAIN.replace("weight 1", "weight 3")
                        .replace("real_server 192.168.0.3 80", "real_server 192.168.0.4 80");

        assertThat(changes(PLAIN, next))
                .containsExactly(
                        "KEEP virtual_server [10.0.0.1]:tcp:80",
                        "CHANGE real_server [192.168.0.2]:tcp:80 of [10.0.0.1]:tcp:80:"
                                + " weight 1 -> 3",
                        "ADD real_server [192.168.0.4]:tcp:80 of [10.0.0.1]:tcp:80",
                        "REMOVE real_server [192.168.0.3]:tcp:80 of [10.0.0.1]:tcp:80",
                        "KEEP virtual_server [10.0.0.2]:tcp:80");
    }

    @Test
    void checksThatChangeWithoutTheirSettings() {
        assertThat(changes(PLAIN, PLAIN.replace("TCP_CHECK { }", "TCP_CHECK {\nretry 9\n}")))
                .contains(
                        "CHANGE real_server [192.168.0.2]:tcp:80 of [10.0.0.1]:tcp:80: what is"
                                + " checked");
        assertThat(changes(PLAIN, PLAIN.replace("TCP_CHECK { }", "HTTP_GET { }\nFOO_CHECK { }")))
                .contains(
                        "CHANGE real_server [192.168.0.2]:tcp:80 of [10.0.0.1]:tcp:80: checkers"
                                + " [TCP_CHECK] -> [HTTP_GET], checkers not installed [] ->"
                                + " [FOO_CHECK], what is checked");
    }

    @Test
    void aVirtualServerThatChanges() {
        String next =
                PLAIN.replaceFirst(
                        "protocol TCP",
                        """
                        protocol TCP
                        lb_algo rr
                        quorum 2
                        persistence_timeout 50
                        sorry_server 192.168.0.9 80
                        sorry_server_inhibit
                        sorry_server_lvs_method TUN type gue port 4000 csum
                        drain_timeout 2.5
                        quorum_up /bin/true
                        """);

        assertThat(changes(PLAIN, next))
                .containsExactly(
                        "CHANGE virtual_server [10.0.0.1]:tcp:80: lb_algo wlc -> rr,"
                            + " persistence_timeout - -> 50, persistence_granularity - -> /32,"
                            + " quorum 1 -> 2, sorry_server - -> [192.168.0.9]:tcp:80 TUN type gue"
                            + " port 4000 csum inhibit, quorum_up, drain_timeout 0.0 -> 2.5",
                        "KEEP virtual_server [10.0.0.2]:tcp:80");
    }

    @Test
    void howPacketsGetToAServerMayChange() {
        assertThat(changes(PLAIN, PLAIN.replace("weight 1", "lvs_method DR")))
                .contains(
                        "CHANGE real_server [192.168.0.2]:tcp:80 of [10.0.0.1]:tcp:80: port 80 ->"
                                + " -, lvs_method NAT -> DR");
    }

    @Test
    void whatConcernsAllIsToldLast() {
        assertThat(changes(PLAIN, PLAIN + "global_defs {\nrs_init_notifies\n}\n"))
                .last()
                .isEqualTo("CHANGE global_defs of virtual servers: rs_init_notifies false -> true");
    }
}
