package org.ninelives.labs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the two public Prometheus exporters of keepalived, gen2brain/keepalived_exporter and
 * mehdy/keepalived-exporter, look for in its files, and where; told anew, for they are programs of
 * another language. What one of them would refuse is refused here with its line.
 *
 * @param instances of each instance the labels that are read, by its name
 * @param openings of each instance those before the first line without an equals sign, where
 *     gen2brain's, as long as it read these files, took the instance to end
 * @param addresses of each instance address and device of each virtual address
 * @param scripts of each script its status and state
 */
record ExporterView(
        Map<String, Map<String, String>> instances,
        Map<String, Map<String, String>> openings,
        Map<String, List<String>> addresses,
        Map<String, Map<String, String>> scripts) {

    private static final Pattern HEADING = Pattern.compile(" VRRP (Instance|Script) = (.+)");
    private static final Pattern LABEL = Pattern.compile(" {3}([A-Z][^=:]*?)(?: =|:)\\s?(.*)");
    private static final Pattern ENTRY = Pattern.compile(" {5}\\s*(\\S.*)");
    private static final String STATE = "INIT|BACKUP|MASTER|FAULT";

    /** The form that a label of an instance must have. */
    private static final Map<String, String> OF_INSTANCE =
            Map.of(
                    "Interface",
                    "\\S+",
                    "Last transition",
                    "\\d+\\.\\d+ .*",
                    "Virtual Router ID",
                    "\\d+",
                    "State",
                    STATE,
                    "Wantstate",
                    STATE,
                    "Gratuitous ARP delay",
                    "\\d+");

    private static final Map<String, String> OF_SCRIPT =
            Map.of(
                    "Status",
                    "BAD|GOOD",
                    "State",
                    "idle|running|requested termination|forcing termination");

    /** Reads {@code keepalived.data}. */
    static ExporterView ofData(String text) {
        ExporterView view =
                new ExporterView(
                        new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        Map<String, String> thing = Map.of();
        Map<String, String> forms = Map.of();
        String name = "";
        String label = "";
        for (String line : text.lines().toList()) {
            Matcher heading = HEADING.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            Matcher property = LABEL.matcher(line);
            if (heading.matches()) {
                boolean instance = heading.group(1).equals("Instance");
                forms = instance ? OF_INSTANCE : OF_SCRIPT;
                name = heading.group(2);
                thing = new TreeMap<>();
                (instance ? view.instances : view.scripts).put(name, thing);
                continue;
            }
            if (forms.equals(OF_INSTANCE) && !line.contains("=")) {
                view.openings.putIfAbsent(name, Map.copyOf(thing));
            }
            if (!line.startsWith("   ")) {
                forms = line.startsWith(" VRRP Version") ? forms : Map.of();
            } else if (entry.matches()) {
                if (label.startsWith("Virtual IP") && forms.equals(OF_INSTANCE)) {
                    view.addAddress(name, entry.group(1));
                }
            } else if (property.matches()) {
                label = property.group(1);
                if (forms.containsKey(label)) {
                    require(property.group(2).matches(forms.get(label)), line);
                    thing.put(label, property.group(2));
                }
            }
        }
        return view;
    }

    /** The first and the third word: {@code 10.0.0.44/24 dev eth0}. */
    private void addAddress(String instance, String line) {
        String[] words = line.split(" ", -1);
        require(words.length >= 3, line);
        addresses
                .computeIfAbsent(instance, name -> new ArrayList<>())
                .add(words[0] + " " + words[2]);
    }

    /** Reads {@code keepalived.stats}: each counter by instance, section and label. */
    static Map<String, Integer> ofStatistics(String text) {
        Map<String, Integer> counters = new LinkedHashMap<>();
        String instance = "";
        String section = "";
        for (String line : text.lines().toList()) {
            String[] parts = line.strip().split(":", 2);
            if (line.startsWith("VRRP Instance:")) {
                instance = parts[1].strip();
            } else if (line.endsWith(":")) {
                section = parts[0];
            } else if (line.startsWith("  ")) {
                section = line.startsWith("    ") ? section : "";
                require(parts.length == 2 && parts[1].strip().matches("\\d+"), line);
                counters.put(
                        String.join("/", instance, section, parts[0]),
                        Integer.valueOf(parts[1].strip()));
            }
        }
        return counters;
    }

    private static void require(boolean understood, String line) {
        if (!understood) {
            throw new AssertionError("an exporter would not understand: " + line);
        }
    }
}
