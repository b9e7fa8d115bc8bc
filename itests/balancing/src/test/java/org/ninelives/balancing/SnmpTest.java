package org.ninelives.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.labs.Implementation;
import org.ninelives.labs.Lab;
import org.ninelives.labs.Node;
import org.ninelives.labs.Pairing;
import org.ninelives.labs.SnmpAgent;
import org.ninelives.labs.SnmpDifferences;

/** Virtual servers by SNMP, as the agent of net-snmp serves them and as the kernel has them. */
@IpvsTest
class SnmpTest {
    private static final Path FOLDER =
            Path.of("src/test/resources/labs/snmp-balancing").toAbsolutePath();
    private static final List<String> VIRTUAL = List.of("10.9.0.1", "10.9.0.2");
    private static final String FRONT_STATUS = "K.3.3.1.23.1";
    private static final String SECOND_WEIGHT = "K.3.4.1.7.1.3";
    private static final String ROUTER_ID = "K.1.2.0 = STRING: \"node-a\"";

    /** As the path of a socket may have 108 bytes. */
    @TempDir private Path sockets;

    private static Lab open() {
        return Lab.open(
                FOLDER,
                new Pairing(Implementation.NINELIVES, Implementation.KEEPALIVED),
                Path.of("target/labs/snmp-balancing").toAbsolutePath());
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A director that runs, and its agent. */
    private record Watched(Lab lab, Node node, Director director, SnmpAgent agent) {
        void perform(String step) {
            director.perform(Scenario.parse("step", "=== " + step).steps().getFirst());
        }

        void awaitRow(String pattern) {
            lab.await(
                    pattern + " in the table",
                    () ->
                            director.table()
                                    .lines()
                                    .anyMatch(line -> line.matches(".*" + pattern + ".*")));
        }

        /** A trap in which all of these stand. */
        void awaitTrap(String... words) {
            lab.await("a trap with " + String.join(", ", words), () -> agent.told(words));
        }
    }

    private Watched start(Lab lab, String name, String neighbour) {
        Node node = lab.node(name);
        Path socket = sockets.resolve(node.address());
        SnmpAgent agent = new SnmpAgent(node, socket);
        lab.await("the agent listens", () -> Files.exists(socket));
        VIRTUAL.forEach(address -> node.ip("address add " + address + "/32 dev lo"));
        Director director = new Director(lab, node, lab.node(neighbour));
        Scenario scenario =
                Scenario.parse("all", read("all.txt").replace("SOCKETS", sockets.toString()));
        director.startServers(scenario);
        node.ip("address del 10.77.0.1/32 dev lo");
        scenario.steps().forEach(director::perform);
        Watched watched = new Watched(lab, node, director, agent);
        watched.awaitRow("10.1.0.12:80 +Masq +4 ");
        // The virtual server that is asked for a page sends nobody there any more.
        watched.awaitRow("10.77.0.1:80 +Masq +0 ");
        lab.await("it serves", () -> agent.get(FRONT_STATUS).endsWith("INTEGER: 1"));
        return watched;
    }

    private static void request(Watched director) {
        for (int number = 0; number < 5; number++) {
            director.perform("run curl -s --max-time 5 http://10.9.0.2/");
        }
    }

    @Test
    void rowsAreThoseOfKeepalived() {
        try (Lab lab = open()) {
            Watched ours = start(lab, "a", "b");
            Watched theirs = start(lab, "b", "a");
            List.of(ours, theirs).forEach(SnmpTest::request);
            lab.await(
                    "the connections have been counted",
                    () ->
                            List.of(ours, theirs).stream()
                                    .allMatch(
                                            each ->
                                                    each.agent()
                                                            .get("K.3.3.1.38.6")
                                                            .endsWith(" 5")));
            lab.await(
                    "the rows are equal but for those that are meant not to be",
                    () -> {
                        Map<String, String> rows = theirs.agent().walk();
                        List<String> different =
                                SnmpDifferences.of(
                                                rows, ours.agent().walk(), read("differences.tsv"))
                                        .unmeant();
                        System.out.printf(
                                "lab: SNMP: %d rows of keepalived, different: %s%n",
                                rows.size(), different);
                        return rows.size() > 800 && different.isEmpty();
                    });
        }
    }

    @Test
    void aSetWeightIsInTheKernelAndTrapsTellOfServersAndQuorum() {
        try (Lab lab = open()) {
            Watched director = start(lab, "a", "b");
            assertThat(director.agent().set(SECOND_WEIGHT, -1)).contains("wrongValue");
            assertThat(director.agent().set("K.3.4.1.7.1.1", 5)).contains("notWritable");
            assertThat(director.agent().set(SECOND_WEIGHT, 9))
                    .isEqualTo(SECOND_WEIGHT + " = INTEGER: 9");
            director.awaitRow("10.1.0.12:80 +Masq +9 ");
            assertThat(director.agent().get(SECOND_WEIGHT)).endsWith("INTEGER: 9");

            director.perform("fail 10.1.0.12");
            director.awaitTrap(
                    "OID: K.3.5.0.1\t",
                    "K.3.4.1.4 = Hex-STRING: 0A 01 00 0C \tK.3.4.1.5 = Gauge32: 80",
                    "K.3.4.1.6 = INTEGER: 2\tK.3.3.1.2 = INTEGER: 2",
                    "K.3.3.1.6 = Hex-STRING: 0A 09 00 01 \tK.3.3.1.7 = Gauge32: 80",
                    "K.3.3.1.8 = INTEGER: 1\tK.3.3.1.21 = Gauge32: 2\tK.3.3.1.20 = Gauge32: 3",
                    ROUTER_ID);
            director.perform("fail 10.1.0.11 10.1.0.13");
            director.awaitTrap(
                    "OID: K.3.5.0.2\tK.3.3.1.2 = INTEGER: 2\tK.3.3.1.5 = INTEGER: 1",
                    "K.3.3.1.6 = Hex-STRING: 0A 09 00 01 ",
                    "K.3.3.1.23 = INTEGER: 2\tK.3.3.1.22 = Gauge32: 2\tK.3.3.1.21 = Gauge32: 0",
                    ROUTER_ID);
            director.perform("recover 10.1.0.12");
            director.awaitTrap(
                    "OID: K.3.5.0.2\t",
                    "K.3.3.1.6 = Hex-STRING: 0A 09 00 01 ",
                    "K.3.3.1.23 = INTEGER: 1\tK.3.3.1.22 = Gauge32: 2\tK.3.3.1.21 = Gauge32: 1");
            director.awaitRow("10.1.0.12:80 +Masq +9 ");
        }
    }
}
