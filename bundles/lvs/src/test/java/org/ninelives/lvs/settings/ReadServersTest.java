package org.ninelives.lvs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a reload need not read again. */
class ReadServersTest {

    private static final String TWO =
            """
            virtual_server_group G { 10.0.0.2 80 }
            virtual_server 10.0.0.1 80 {
                protocol TCP
                real_server 192.168.0.2 80 { TCP_CHECK { } }
            }
            virtual_server group G {
                protocol TCP
                real_server 192.168.0.2 80 { TCP_CHECK { } }
            }
            """;

    private final LvsGrammar grammar = new LvsGrammar(ConfigText.CHECKERS);
    private final ReadServers read = new ReadServers();
    private final ConfigText before = after(TWO);

    private ConfigText after(String text) {
        return ConfigText.after(text, grammar, read);
    }

    private static VirtualServerSettings first(ConfigText text) {
        return text.settings().virtualServers().getFirst();
    }

    private static VirtualServerSettings last(ConfigText text) {
        return text.settings().virtualServers().getLast();
    }

    @Test
    void whatHasNotChangedIsTheVerySameObject() {
        ConfigText again = after("\n\n" + TWO);

        assertThat(first(again)).isSameAs(first(before));
        assertThat(last(again)).isSameAs(last(before));
    }

    @Test
    void whatHasChangedIsReadAnewAndAlone() {
        ConfigText again = after(TWO.replace("10.0.0.1 80 {", "10.0.0.1 80 {\nquorum 1"));

        assertThat(first(again)).isNotSameAs(first(before));
        assertThat(last(again)).isSameAs(last(before));
    }

    @Test
    void anythingElseThatChangesMayMatterToAChecker() {
        ConfigText again = after("global_defs {\nchecker_log_all_failures\n}\n" + TWO);

        assertThat(first(again)).isNotEqualTo(first(before));
    }

    @Test
    void aGroupThatChangesChangesItsVirtualServer() {
        ConfigText again = after(TWO.replace("10.0.0.2 80", "10.0.0.2-3 80"));

        assertThat(last(again).services()).hasSize(2);
    }

    @Test
    void anotherCheckerMakesAllBeReadAnew() {
        ConfigText again = ConfigText.after(TWO, new LvsGrammar(ConfigText.CHECKERS), read);

        assertThat(first(again)).isEqualTo(first(before)).isNotSameAs(first(before));
    }

    @Test
    void whatHasAProblemIsToldOfEachTime() {
        String wrong = TWO.replace("10.0.0.1 80 {", "10.0.0.1 80 {\nquorum 7");

        assertThat(after(wrong).problems()).hasSize(1);
        assertThat(after(wrong).problems()).hasSize(1);
    }

    @Test
    void aServiceThatIsTakenAwayIsNotTakenOver() {
        ConfigText again =
                after(
                        "virtual_server 10.0.0.2 80 {\nprotocol TCP\n"
                                + "real_server 192.168.0.9 80 { }\n}\n"
                                + TWO);

        assertThat(again.settings().virtualServers())
                .extracting(VirtualServerSettings::name)
                .containsExactly("[10.0.0.2]:tcp:80", "[10.0.0.1]:tcp:80");
        assertThat(last(again)).isSameAs(first(before));
        assertThat(again.problems()).singleElement().asString().contains("already");
    }
}
