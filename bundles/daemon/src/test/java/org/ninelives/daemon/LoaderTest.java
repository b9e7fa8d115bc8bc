package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.config.Problem;

class LoaderTest {

    private final FakeSection lamps = new FakeSection("lamp");

    @Test
    void whatNoBundleHandlesIsAWarning() {
        assertThat(
                        problems(
                                """
                                virtual_server 192.168.200.100 443 {
                                    real_server 192.168.201.100 443 { weight 1 }
                                }
                                global_defs {
                                    smtp_server 192.0.2.25
                                    lamp_name hall
                                }
                                """))
                .containsExactly(
                        "k.conf:1: virtual_server 192.168.200.100 443: no installed bundle handles"
                                + " it; the block is skipped. It takes org.ninelives.lvs and"
                                + " org.ninelives.ipvs and org.ninelives.check: put the .jar that"
                                + " is missing back into the folder bundles and restart, or take"
                                + " this out [warning]",
                        "k.conf:5: smtp_server: no installed bundle handles it; the line is"
                                + " skipped. It takes org.ninelives.notify.email: put the .jar that"
                                + " is missing back into the folder bundles and restart, or take"
                                + " this out [warning]");
    }

    @Test
    void aKeywordThatABundleHandlesIsNotInTheWay() {
        FakeSection servers = new FakeSection("virtual_server");

        assertThat(problems(servers, "virtual_server web {\n size 3\n}")).isEmpty();
    }

    @Test
    void whatNoBundleCarriesOutIsToldOnce() {
        assertThat(
                        problems(
                                new FakeSection("virtual_server"),
                                """
                                virtual_server a {
                                    notify_down /bin/true
                                }
                                virtual_server b {
                                    notify_down /bin/true
                                }
                                """))
                .filteredOn(problem -> problem.contains("carries"))
                .containsExactly(
                        "k.conf:2: notify_down: no installed bundle carries it out. It takes"
                                + " org.ninelives.notify.script and org.ninelives.script: put the"
                                + " .jar that is missing back into the folder bundles and restart,"
                                + " or take this out [warning]");
    }

    @Test
    void anOldKeywordIsANote() {
        assertThat(problems("global_defs {\n lvs_id LVS_1\n}"))
                .containsExactly(
                        "k.conf:2: lvs_id: has no effect: its name is router_id since keepalived"
                                + " 1.1.8 [note]");
    }

    @Test
    void aMisspeltKeywordIsAnErrorWithAGuessEvenWhereNobodyHandlesIt() {
        assertThat(problems("virtual_sever 192.0.2.1 80 {\n}\nglobal_defs {\n smtp_sever x\n}"))
                .containsExactly(
                        "k.conf:1: virtual_sever: unknown keyword, its block is skipped; did you"
                                + " mean 'virtual_server'? [error]",
                        "k.conf:4: smtp_sever: unknown keyword; did you mean 'smtp_server'?"
                                + " [error]");
    }

    private List<String> problems(String text) {
        return problems(lamps, text);
    }

    private static List<String> problems(FakeSection section, String text) {
        Reading reading =
                new Loader(new TextSource(text), KnownKeywords.load()).read(List.of(section));
        List<Problem> ordered = ProblemLines.inFileOrder(reading.problems(), List.of("k.conf"));
        return ProblemLines.of(ordered);
    }
}
