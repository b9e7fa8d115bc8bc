package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SNMP as the agent of net-snmp serves it, with Ninelives and with keepalived as its subagent. */
@LabTest
@ExtendWith(Evidence.class)
class SnmpTest {

    private static final String VIP = "10.0.0.44";
    private static final String BASE_PRIORITY = "K.2.3.1.7.1";

    /** As the path of a socket may have 108 bytes. */
    @TempDir private Path sockets;

    private static Lab open(Implementation implementation) {
        return Labs.open("snmp", new Pairing(implementation, Implementation.NINELIVES));
    }

    private Path socket(String node) {
        return sockets.resolve(node);
    }

    /** With the words of a configuration that nodes have different: each, and what it is here. */
    private Router start(Lab lab, String node, String configuration, String... words) {
        try {
            Path file = lab.node(node).folder().resolve("keepalived.conf");
            String text =
                    Files.readString(lab.file(configuration))
                            .replace("AGENTX", socket(node).toString())
                            .replace("NODE", node);
            for (int place = 0; place < words.length; place += 2) {
                text = text.replace(words[place], words[place + 1]);
            }
            Files.writeString(file, text);
            return lab.start(node, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SnmpAgent startAgent(Lab lab, String node) {
        SnmpAgent agent = new SnmpAgent(lab.node(node), socket(node));
        lab.await("the agent listens", () -> Files.exists(socket(node)));
        return agent;
    }

    /** All rows of a node where everything has come up. */
    private Map<String, String> rows(Implementation implementation) {
        try (Lab lab = open(implementation)) {
            SnmpAgent agent = startAgent(lab, "a");
            Router router = start(lab, "a", "all.conf");
            lab.awaitMaster(router, VIP);
            lab.await("all are master, and the scripts have results", () -> isUp(agent.walk()));
            return agent.walk();
        }
    }

    private static boolean isUp(Map<String, String> rows) {
        return List.of("K.2.3.1.4.1", "K.2.3.1.4.2", "K.2.3.1.4.3", "K.2.3.1.4.4").stream()
                        .allMatch(name -> "INTEGER: 2".equals(rows.get(name)))
                && "INTEGER: 93".equals(rows.get("K.2.3.1.8.3"))
                && "INTEGER: 2".equals(rows.get("K.2.1.1.3.1"));
    }

    @Test
    void rowsAreThoseOfKeepalived() throws IOException {
        Map<String, String> ours = rows(Implementation.NINELIVES);
        Map<String, String> theirs = rows(Implementation.KEEPALIVED);
        SnmpDifferences different =
                SnmpDifferences.of(
                        theirs,
                        ours,
                        Files.readString(Path.of("src/test/resources/labs/snmp/differences.tsv")));
        System.out.printf(
                "lab: SNMP: %d rows of keepalived, %d of Ninelives, %d different%n",
                theirs.size(), ours.size(), different.all().size());

        assertThat(theirs).hasSizeGreaterThan(650);
        assertThat(different.unmeant()).isEmpty();
    }

    private static String trapOf(String state) {
        return "K.2.3.1.2 = STRING: \"VI_1\"\tK.2.3.1.4 = INTEGER: " + state;
    }

    @Test
    void aSetPriorityMovesTheMasterAndTrapsTell() {
        try (Lab lab = open(Implementation.NINELIVES)) {
            startAgent(lab, "a");
            SnmpAgent agent = startAgent(lab, "b");
            Router routerA = start(lab, "a", "pair.conf", "PRIORITY", "100");
            lab.awaitMaster(routerA, VIP);
            Router routerB = start(lab, "b", "pair.conf", "PRIORITY", "90");
            lab.awaitBackup(routerB, routerA);
            lab.await("b serves", () -> agent.get(BASE_PRIORITY).endsWith("INTEGER: 90"));

            assertThat(agent.set(BASE_PRIORITY, 300)).contains("wrongValue");
            assertThat(agent.set(BASE_PRIORITY, 150)).isEqualTo(BASE_PRIORITY + " = INTEGER: 150");
            lab.awaitMaster(routerB, VIP);
            assertThat(agent.get(BASE_PRIORITY)).endsWith("INTEGER: 150");

            lab.await(
                    "b tells by both MIBs that it is master",
                    () ->
                            agent.told("OID: K.2.10.0.2\t", trapOf("2"))
                                    && agent.told("OID: M.68.0.1\t"));
        }
    }

    /** What is wrong with an advert is told by both, in the very same words. */
    @ParameterizedTest
    @EnumSource(Implementation.class)
    void refusedAdvertsAreTold(Implementation implementation) {
        try (Lab lab = open(implementation)) {
            SnmpAgent agent = startAgent(lab, "a");
            Router router = start(lab, "a", "conflict.conf", "PASSWORD", "1111", "VERSION", "3");
            lab.awaitMaster(router, VIP);
            lab.await("a serves", () -> agent.get(BASE_PRIORITY).endsWith("INTEGER: 100"));
            String index =
                    router.node()
                            .run(List.of("cat", "/sys/class/net/eth0/ifindex"), "")
                            .output()
                            .strip();
            String protocolError = "M.207.1.2.5.1.6." + index + ".52.1";

            start(lab, "b", "conflict.conf", "PASSWORD", "2222", "VERSION", "2");

            String authentication =
                    "OID: M.68.0.2\tM.68.1.5.%s.51 = IpAddress: 10.0.0.2\tM.68.1.6.%s.51 = INTEGER: 3"
                            .formatted(index, index);
            String version = "OID: M.207.0.2\t" + protocolError + " = INTEGER: 2";
            lab.await(
                    "snmptrapd hears of the password and of the version",
                    () -> agent.told(authentication) && agent.told(version));
            assertThat(agent.get(protocolError)).endsWith("INTEGER: 2");
        }
    }

    /** RFC 2787 and RFC 6527, vrrpRouterVrIdErrors; keepalived 2.2.7 leaves both at 0. */
    @Test
    void advertsForNobodyAreCounted() {
        try (Lab lab = open(Implementation.NINELIVES)) {
            SnmpAgent agent = startAgent(lab, "a");
            Router a = start(lab, "a", "pair.conf", "PRIORITY", "100");
            Router b =
                    start(
                            lab,
                            "b",
                            "pair.conf",
                            "PRIORITY",
                            "90",
                            "_id 51",
                            "_id 61",
                            ".0.4",
                            ".0.5");
            lab.awaitMaster(a, VIP);
            b.log().await("Entering MASTER STATE");
            lab.await(
                    "both MIBs tell of more than one advert of VRID 61",
                    () ->
                            agent.get("M.68.2.3.0").matches(".* Counter32: ([2-9]|\\d\\d+)")
                                    && agent.get("M.207.1.2.3.0")
                                            .matches(".* Counter64: ([2-9]|\\d\\d+)"));
        }
    }

    @Test
    void anAgentThatWasAwayIsServedAgain() throws InterruptedException {
        try (Lab lab = open(Implementation.NINELIVES)) {
            Router router = start(lab, "a", "pair.conf", "PRIORITY", "100");
            lab.awaitMaster(router, VIP);
            router.log().await("SNMP: no agent serves us at unix:" + socket("a"));
            SnmpAgent agent = startAgent(lab, "a");
            lab.await("a serves", () -> agent.get(BASE_PRIORITY).endsWith("INTEGER: 100"));
            agent.replace();
            lab.await("a serves again", () -> agent.get(BASE_PRIORITY).endsWith("INTEGER: 100"));
            assertThat(router.node().owns(VIP)).isTrue();
        }
    }
}
