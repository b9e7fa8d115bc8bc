package org.ninelives.lvs.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckAssignment;
import org.ninelives.api.check.CheckEngine;
import org.ninelives.api.check.CheckKey;
import org.ninelives.api.check.CheckListener;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.CheckStanding;
import org.ninelives.api.check.CheckStanding.Verdict;
import org.ninelives.api.check.Weighting;
import org.ninelives.config.grammar.Values;

/** Checks that find what a test wants. */
final class FakeChecks implements CheckEngine {

    private final Map<CheckKey, CheckStanding> standings = new LinkedHashMap<>();
    private List<CheckAssignment> assignments = List.of();
    private Optional<String> lookedFrom = Optional.empty();
    private CheckListener listener = (key, standing) -> {};

    @Override
    public void follow(
            List<CheckAssignment> wanted, Optional<String> networkNamespace, CheckListener hears) {
        assignments = List.copyOf(wanted);
        lookedFrom = networkNamespace;
        listener = hears;
        Map<CheckKey, CheckStanding> before = Map.copyOf(standings);
        standings.clear();
        for (CheckAssignment each : wanted) {
            CheckStanding standing = before.getOrDefault(each.key(), CheckStanding.UNKNOWN);
            standings.put(each.key(), standing);
            hears.told(each.key(), standing);
        }
    }

    @Override
    public CheckResult once(
            Check check, Values root, Optional<String> networkNamespace, Consumer<String> story) {
        throw new UnsupportedOperationException();
    }

    List<CheckAssignment> assignments() {
        return assignments;
    }

    /** The network namespace that servers are looked at from; the own one when empty. */
    Optional<String> lookedFrom() {
        return lookedFrom;
    }

    /** The first check of each of these servers fails, wherever they serve. */
    void fails(String... servers) {
        tell(Verdict.FAILED, servers);
    }

    /** The first check of each of these servers passes, wherever they serve. */
    void passes(String... servers) {
        tell(Verdict.PASSED, servers);
    }

    private void tell(Verdict verdict, String... servers) {
        CheckStanding standing = new CheckStanding(verdict, Weighting.NONE, "as the test wants");
        for (String server : servers) {
            String name = "[" + server + "]:tcp:80";
            for (CheckAssignment each : assignments) {
                if (each.key().realServer().equals(name) && each.key().number() == 0) {
                    standings.put(each.key(), standing);
                    listener.told(each.key(), standing);
                }
            }
        }
    }
}
