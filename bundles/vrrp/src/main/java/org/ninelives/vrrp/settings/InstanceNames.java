package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;
import org.ninelives.config.grammar.Values;

/** The instances by name, wherever they are written: groups may stand before their members. */
final class InstanceNames {

    private final Problems problems;
    private final Map<String, Values> written = new HashMap<>();
    private final Set<String> running = new HashSet<>();

    InstanceNames(Problems problems) {
        this.problems = problems;
    }

    /** Notes that an instance is written; answers the block of that name that came before. */
    Optional<Values> define(String name, Values values) {
        return Optional.ofNullable(written.putIfAbsent(name, values));
    }

    /** Notes that an instance can run. */
    void runs(String name) {
        running.add(name);
    }

    /** Whether a keyword is written in an instance. */
    boolean isSet(String name, Keyword<?> keyword) {
        return written.get(name).isSet(keyword);
    }

    /** The line of a keyword of an instance. */
    Position position(String name, Keyword<?> keyword) {
        return written.get(name).position(keyword);
    }

    /**
     * The instances of a line that run; complains about the others.
     *
     * @param where whose line it is, for the message
     */
    List<String> known(Located<List<String>> line, String where) {
        List<String> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String name : line.value()) {
            if (running.contains(name)) {
                known.add(name);
            } else if (written.containsKey(name)) {
                problems.warning(
                        line.position(),
                        GroupGrammar.MEMBERS.name(),
                        name + " cannot run, so " + where + " goes without it");
            } else {
                unknown.add(name);
            }
        }
        if (!unknown.isEmpty()) {
            problems.error(
                    line.position(),
                    GroupGrammar.MEMBERS.name(),
                    "there is no vrrp_instance " + String.join(", ", unknown) + " for " + where);
        }
        return known;
    }
}
