package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final String KEEPALIVED_MIB = ".1.3.6.1.4.1.9586.100.5";
    private static final String BASE_PRIORITY = KEEPALIVED_MIB + ".2.3.1.7.1";
    private static final String AGENT = "127.0.0.1:1161";
    private static final List<String> TREES =
            List.of(KEEPALIVED_MIB, ".1.3.6.1.2.1.68", ".1.3.6.1.2.1.207");
    private static final Pattern ROW = Pattern.compile("(\\.[0-9.]+) = (.*)");

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

    private static void write(Path file, String... lines) {
        try {
            Files.write(file, List.of(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The agent of a node, which lets everybody on it read and write, and traps to the node. */
    private Process startAgent(Node node) {
        Path settings = node.folder().resolve("snmpd.conf");
        write(
                settings,
                "agentaddress udp:" + AGENT,
                "master agentx",
                "agentXSocket unix:" + socket(node.name()),
                "rwcommunity public 127.0.0.1",
                "trap2sink 127.0.0.1:1162 public");
        return node.start("snmpd", program(node, "snmpd", "-f", "-Lo", "-C", "-c", settings));
    }

    private static void startTrapReceiver(Node node) {
        Path settings = node.folder().resolve("snmptrapd.conf");
        write(settings, "disableAuthorization yes", "snmpTrapdAddr udp:127.0.0.1:1162");
        node.start(
                "snmptrapd",
                program(
                        node,
                        "snmptrapd",
                        "-f",
                        "-n",
                        "-On",
                        "-m",
                        "",
                        "-Lo",
                        "-C",
                        "-c",
                        settings));
    }

    /** With all that it keeps in the folder of the node. */
    private static List<String> program(Node node, Object... words) {
        List<String> command =
                new ArrayList<>(List.of("env", "SNMP_PERSISTENT_DIR=" + node.folder()));
        for (Object word : words) {
            command.add(word.toString());
        }
        return command;
    }

    private static Finished client(Node node, String program, String... words) {
        List<String> command =
                program(
                        node, program, "-v2c", "-c", "public", "-On", "-m", "", "-r0", "-t9",
                        AGENT);
        command.addAll(List.of(words));
        return node.run(command, "");
    }

    private static String get(Node node, String name) {
        return client(node, "snmpget", name).output().strip();
    }

    private static Map<String, String> walk(Node node) {
        Map<String, String> rows = new TreeMap<>();
        for (String tree : TREES) {
            for (String line : client(node, "snmpwalk", tree).lines()) {
                Matcher row = ROW.matcher(line.strip());
                if (row.matches() && !row.group(2).startsWith("No Such")) {
                    rows.put(shortened(row.group(1)), row.group(2).strip());
                }
            }
        }
        return rows;
    }

    private static String shortened(String name) {
        return name.replace(KEEPALIVED_MIB, "K").replace(".1.3.6.1.2.1", "M");
    }

    /** All rows of a node where everything has come up. */
    private Map<String, String> rows(Implementation implementation) {
        try (Lab lab = open(implementation)) {
            Node node = lab.node("a");
            startAgent(node);
            lab.await("the agent listens", () -> Files.exists(socket("a")));
            Router router = start(lab, "a", "all.conf");
            lab.awaitMaster(router, VIP);
            lab.await("all are master, and the scripts have results", () -> isUp(walk(node)));
            return walk(node);
        }
    }

    private static boolean isUp(Map<String, String> rows) {
        return List.of("K.2.3.1.4.1", "K.2.3.1.4.2", "K.2.3.1.4.3", "K.2.3.1.4.4").stream()
                        .allMatch(name -> "INTEGER: 2".equals(rows.get(name)))
                && "INTEGER: 93".equals(rows.get("K.2.3.1.8.3"))
                && "INTEGER: 2".equals(rows.get("K.2.1.1.3.1"));
    }

    private static List<String> meant(Path differences) {
        try {
            return Files.readAllLines(differences).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1)[0])
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void rowsAreThoseOfKeepalived() {
        Map<String, String> ours = rows(Implementation.NINELIVES);
        Map<String, String> theirs = rows(Implementation.KEEPALIVED);
        List<String> meant =
                meant(Path.of("src/test/resources/labs/snmp/differences.tsv").toAbsolutePath());
        TreeSet<String> names = new TreeSet<>(theirs.keySet());
        names.addAll(ours.keySet());
        List<String> different =
                names.stream()
                        .filter(name -> !theirs.getOrDefault(name, "").equals(ours.get(name)))
                        .toList();
        System.out.printf(
                "lab: SNMP: %d rows of keepalived, %d of Ninelives, %d different%n",
                theirs.size(), ours.size(), different.size());

        assertThat(theirs).hasSizeGreaterThan(650);
        assertThat(
                        different.stream()
                                .filter(name -> meant.stream().noneMatch(name::startsWith))
                                .map(
                                        name ->
                                                name
                                                        + ": "
                                                        + theirs.get(name)
                                                        + " | "
                                                        + ours.get(name)))
                .isEmpty();
    }

    private static String trapOf(String state) {
        return KEEPALIVED_MIB
                + ".2.3.1.2 = STRING: \"VI_1\"\t"
                + KEEPALIVED_MIB
                + ".2.3.1.4 = INTEGER: "
                + state;
    }

    @Test
    void aSetPriorityMovesTheMasterAndTrapsTell() {
        try (Lab lab = open(Implementation.NINELIVES)) {
            Node a = lab.node("a");
            Node b = lab.node("b");
            List.of(a, b).forEach(this::startAgent);
            startTrapReceiver(b);
            Router routerA = start(lab, "a", "pair.conf", "PRIORITY", "100");
            lab.awaitMaster(routerA, VIP);
            Router routerB = start(lab, "b", "pair.conf", "PRIORITY", "90");
            lab.awaitBackup(routerB, routerA);
            lab.await("b serves", () -> get(b, BASE_PRIORITY).endsWith("INTEGER: 90"));

            Finished refused = client(b, "snmpset", BASE_PRIORITY, "i", "300");
            assertThat(refused.output()).contains("wrongValue");
            Finished set = client(b, "snmpset", BASE_PRIORITY, "i", "150");
            assertThat(set.output().strip()).isEqualTo(BASE_PRIORITY + " = INTEGER: 150");
            lab.awaitMaster(routerB, VIP);
            assertThat(get(b, BASE_PRIORITY)).endsWith("INTEGER: 150");

            lab.await(
                    "b tells by both MIBs that it is master",
                    () ->
                            b.log("snmptrapd").text().contains(trapOf("2"))
                                    && b.log("snmptrapd")
                                            .text()
                                            .contains("OID: .1.3.6.1.2.1.68.0.1\t"));
        }
    }

    /** What is wrong with an advert is told by both, in the very same words. */
    @ParameterizedTest
    @EnumSource(Implementation.class)
    void refusedAdvertsAreTold(Implementation implementation) {
        try (Lab lab = open(implementation)) {
            Node a = lab.node("a");
            startAgent(a);
            startTrapReceiver(a);
            lab.await("the agent listens", () -> Files.exists(socket("a")));
            Router router = start(lab, "a", "conflict.conf", "PASSWORD", "1111", "VERSION", "3");
            lab.awaitMaster(router, VIP);
            lab.await("a serves", () -> get(a, BASE_PRIORITY).endsWith("INTEGER: 100"));
            String index =
                    a.run(List.of("cat", "/sys/class/net/eth0/ifindex"), "").output().strip();
            String two = ".1.3.6.1.2.1.68.";
            String three = ".1.3.6.1.2.1.207.";

            start(lab, "b", "conflict.conf", "PASSWORD", "2222", "VERSION", "2");

            String authentication =
                    "OID: %s0.2\t%s1.5.%s.51 = IpAddress: 10.0.0.2\t%s1.6.%s.51 = INTEGER: 3"
                            .formatted(two, two, index, two, index);
            String version =
                    "OID: %s0.2\t%s1.2.5.1.6.%s.52.1 = INTEGER: 2".formatted(three, three, index);
            lab.await(
                    "snmptrapd hears of the password and of the version",
                    () ->
                            a.log("snmptrapd").text().contains(authentication)
                                    && a.log("snmptrapd").text().contains(version));
            assertThat(get(a, three + "1.2.5.1.6." + index + ".52.1")).endsWith("INTEGER: 2");
        }
    }

    @Test
    void anAgentThatWasAwayIsServedAgain() throws InterruptedException {
        try (Lab lab = open(Implementation.NINELIVES)) {
            Node a = lab.node("a");
            Router router = start(lab, "a", "pair.conf", "PRIORITY", "100");
            lab.awaitMaster(router, VIP);
            router.log().await("SNMP: no agent serves us at unix:" + socket("a"));
            Process agent = startAgent(a);
            lab.await("a serves", () -> get(a, BASE_PRIORITY).endsWith("INTEGER: 100"));
            agent.destroyForcibly().waitFor();
            startAgent(a);
            lab.await("a serves again", () -> get(a, BASE_PRIORITY).endsWith("INTEGER: 100"));
            assertThat(router.node().owns(VIP)).isTrue();
        }
    }
}
