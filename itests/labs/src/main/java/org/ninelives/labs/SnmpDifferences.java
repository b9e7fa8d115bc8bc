package org.ninelives.labs;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How the rows of two agents differ, by their names.
 *
 * @param all the names of those that do
 * @param unmeant those of them that are not meant to, with what both answer
 */
public record SnmpDifferences(List<String> all, List<String> unmeant) {

    /**
     * Compares them.
     *
     * @param meant lines with what the names of rows begin with that may differ, and after a tab
     *     the reason
     */
    public static SnmpDifferences of(
            Map<String, String> theirs, Map<String, String> ours, String meant) {
        List<String> beginnings =
                meant.lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split("\t", -1)[0])
                        .toList();
        TreeSet<String> names = new TreeSet<>(theirs.keySet());
        names.addAll(ours.keySet());
        names.removeIf(name -> theirs.getOrDefault(name, "").equals(ours.get(name)));
        return new SnmpDifferences(
                List.copyOf(names),
                names.stream()
                        .filter(name -> beginnings.stream().noneMatch(name::startsWith))
                        .map(name -> name + ": " + theirs.get(name) + " | " + ours.get(name))
                        .toList());
    }
}
