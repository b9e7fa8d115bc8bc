package org.ninelives.labs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The nodes of a lab, their interfaces and addresses, read from its drawing: every {@code name eth0
 * a.b.c.d/n} at the beginning of a line is an interface of a node; an IPv6 address may follow.
 *
 * @param ports the interfaces by node name, in the order of the drawing
 */
record Topology(Map<String, List<Port>> ports) {
    // A name becomes, with that of the interface, the name of an interface of the wire.
    private static final Pattern PORT =
            Pattern.compile(
                    "^\\s*(\\w{1,10})\\s+(eth\\d)((?:\\s+[\\da-f.:]+/\\d+)+)", Pattern.MULTILINE);

    /**
     * An interface.
     *
     * @param device {@code eth0} to {@code eth9}; those of one name are on one wire
     * @param prefixes addresses with prefix length, the first of IPv4
     */
    record Port(String device, List<String> prefixes) {}

    static Topology parse(String drawing) {
        Map<String, List<Port>> ports = new LinkedHashMap<>();
        Matcher port = PORT.matcher(drawing);
        while (port.find()) {
            ports.computeIfAbsent(port.group(1), any -> new ArrayList<>())
                    .add(new Port(port.group(2), List.of(port.group(3).strip().split("\\s+"))));
        }
        if (ports.isEmpty()) {
            throw new IllegalArgumentException(
                    "topology.txt has no line such as \"a eth0 10.0.0.1/24\"");
        }
        return new Topology(Collections.unmodifiableMap(ports));
    }

    /** The names of all wires, which are those of the interfaces. */
    List<String> wires() {
        return ports.values().stream().flatMap(List::stream).map(Port::device).distinct().toList();
    }
}
