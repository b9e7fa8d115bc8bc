package org.ninelives.labs;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The nodes of a lab and their addresses, read from its drawing: every {@code name eth0 a.b.c.d/n}
 * at the beginning of a line is a node.
 *
 * @param addresses IPv4 address with prefix length by node name, in the order of the drawing
 */
record Topology(Map<String, String> addresses) {
    private static final Pattern NODE =
            Pattern.compile("^\\s*(\\w{1,15})\\s+eth0\\s+([\\d.]+/\\d+)", Pattern.MULTILINE);

    static Topology parse(String drawing) {
        Map<String, String> addresses = new LinkedHashMap<>();
        Matcher node = NODE.matcher(drawing);
        while (node.find()) {
            addresses.put(node.group(1), node.group(2));
        }
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException(
                    "topology.txt has no line such as \"a eth0 10.0.0.1/24\"");
        }
        return new Topology(Collections.unmodifiableMap(addresses));
    }
}
