package org.ninelives.check.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ninelives.api.check.ProbeCost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checkers that are there, what is counted of each, and how far each is trusted. */
final class CheckerSet {

    private static final Logger LOG = LoggerFactory.getLogger(CheckerSet.class);

    private final Gates gates;
    private final Starter virtual;
    private final Starter kernel;
    private final Map<String, Boolean> present = new HashMap<>();
    private final Map<String, KeywordCounts> counts = new TreeMap<>();

    /**
     * Of no checker.
     *
     * @param virtual starts looks that are known to wait and to end
     * @param kernel starts those that compute, touch files, or may do anything: they would hold up
     *     all who share a processor with them
     */
    CheckerSet(Gates gates, Starter virtual, Starter kernel) {
        this.gates = gates;
        this.virtual = virtual;
        this.kernel = kernel;
    }

    void add(String keyword, boolean isTrusted) {
        present.put(keyword, isTrusted);
        counts.computeIfAbsent(keyword, any -> new KeywordCounts());
    }

    void remove(String keyword) {
        present.remove(keyword);
    }

    boolean has(String keyword) {
        return present.containsKey(keyword);
    }

    /** Of those that are there and of those that were. */
    Set<String> keywords() {
        return counts.keySet();
    }

    KeywordCounts counts(String keyword) {
        return counts.computeIfAbsent(keyword, any -> new KeywordCounts());
    }

    int waiting() {
        return gates.waiting();
    }

    Look look(LookKey key) {
        KeywordCounts own = counts(key.keyword());
        if (!present.getOrDefault(key.keyword(), false)) {
            return new Look(key, gates.ofUntrusted(key.keyword()), kernel, own);
        }
        ProbeCost cost = cost(key);
        Starter starter = cost == ProbeCost.CHEAP ? virtual : kernel;
        return new Look(key, gates.of(cost), starter, own);
    }

    private static ProbeCost cost(LookKey key) {
        try {
            return key.method().cost();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{} does not tell its cost", key.keyword(), e);
            return ProbeCost.PROCESS;
        }
    }
}
