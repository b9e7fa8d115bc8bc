package org.ninelives.labs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The agent of net-snmp on a node, which lets everybody on the node read and write, a receiver of
 * its traps, and its clients. Names begin with K for KEEPALIVED-MIB and with M for mib-2.
 */
public final class SnmpAgent {
    private static final String KEEPALIVED_MIB = ".1.3.6.1.4.1.9586.100.5";
    private static final String MIB_2 = ".1.3.6.1.2.1";

    /** KEEPALIVED-MIB, VRRP-MIB and VRRPV3-MIB. */
    private static final List<String> TREES = List.of("K", "M.68", "M.207");

    private static final String AGENT = "127.0.0.1:1161";
    private static final String TRAPS = "127.0.0.1:1162";
    private static final Pattern ROW = Pattern.compile("(\\.[0-9.]+) = (.*)");

    private final Node node;
    private final Path settings;
    private Process agent;

    /**
     * Starts both.
     *
     * @param socket where the agent takes subagents; its path may have 108 bytes
     */
    public SnmpAgent(Node node, Path socket) {
        this.node = node;
        settings =
                write(
                        "agent.conf",
                        "agentaddress udp:" + AGENT,
                        "master agentx",
                        "agentXSocket unix:" + socket,
                        "rwcommunity public 127.0.0.1",
                        "trap2sink " + TRAPS + " public");
        Path receiver =
                write("receiver.conf", "disableAuthorization yes", "snmpTrapdAddr udp:" + TRAPS);
        agent = startAgent();
        node.start(
                "snmptrapd",
                program("snmptrapd", "-f", "-n", "-On", "-m", "", "-Lo", "-C", "-c", receiver));
    }

    private Process startAgent() {
        return node.start("snmpd", program("snmpd", "-f", "-Lo", "-C", "-c", settings));
    }

    /** The agent dies on the spot, and another takes its place. */
    public void replace() throws InterruptedException {
        agent.destroyForcibly().waitFor();
        agent = startAgent();
    }

    private Path write(String file, String... lines) {
        try {
            return Files.write(node.folder().resolve(file), List.of(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With all that it keeps in the folder of the node. */
    private List<String> program(Object... words) {
        List<String> command =
                new ArrayList<>(List.of("env", "SNMP_PERSISTENT_DIR=" + node.folder()));
        for (Object word : words) {
            command.add(word.toString());
        }
        return command;
    }

    private Finished client(String program, String... words) {
        List<String> command =
                program(program, "-v2c", "-c", "public", "-On", "-m", "", "-r0", "-t9", AGENT);
        command.addAll(List.of(words));
        return node.run(command, "");
    }

    private static String full(String name) {
        return name.replaceFirst("^K", KEEPALIVED_MIB).replaceFirst("^M", MIB_2);
    }

    private static String shortened(String text) {
        return text.replace(KEEPALIVED_MIB, "K").replace(MIB_2, "M");
    }

    /** The rows of the three MIBs, by their names. */
    public Map<String, String> walk() {
        Map<String, String> rows = new TreeMap<>();
        for (String tree : TREES) {
            for (String line : client("snmpwalk", full(tree)).lines()) {
                Matcher row = ROW.matcher(line.strip());
                if (row.matches() && !row.group(2).startsWith("No Such")) {
                    rows.put(shortened(row.group(1)), row.group(2).strip());
                }
            }
        }
        return rows;
    }

    /** The answer about one name. */
    public String get(String name) {
        return shortened(client("snmpget", full(name)).output().strip());
    }

    /** The answer to a set of a whole number. */
    public String set(String name, int number) {
        return shortened(
                client("snmpset", full(name), "i", Integer.toString(number)).output().strip());
    }

    /** Whether there was a trap in which all of these stand. */
    public boolean told(String... words) {
        return shortened(node.log("snmptrapd").text())
                .lines()
                .anyMatch(trap -> List.of(words).stream().allMatch(trap::contains));
    }
}
