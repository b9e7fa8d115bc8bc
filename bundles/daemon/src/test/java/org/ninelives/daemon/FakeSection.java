package org.ninelives.daemon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ninelives.api.configuration.ApplyException;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;

/**
 * A section with one kind of block, {@code KEYWORD NAME { size N }}; what it runs is a map from
 * names to sizes. A size of 0 cannot run.
 */
final class FakeSection implements ConfigSection {

    private static final Keyword<Optional<Integer>> SIZE =
            Keyword.optional("size", ArgumentTypes.integer(0, 100), "Its size.");

    /** What runs, by name. */
    final Map<String, Integer> runs = new TreeMap<>();

    private final Keyword<List<Block<String>>> things;
    private final Keyword<Optional<String>> global;
    private final List<String> journal;
    private Runnable whenPrepared = () -> {};
    private Optional<RuntimeException> prepareFailure = Optional.empty();
    private Optional<ApplyException> applyFailure = Optional.empty();

    FakeSection(String keyword, List<String> journal) {
        things =
                Keyword.blocks(
                        keyword, ArgumentTypes.word("NAME"), BlockGrammar.of(SIZE), "A thing.");
        global = Keyword.optional(keyword + "_name", ArgumentTypes.word("NAME"), "A name.");
        this.journal = journal;
    }

    FakeSection(String keyword) {
        this(keyword, new ArrayList<>());
    }

    void whenPrepared(Runnable action) {
        whenPrepared = action;
    }

    void failToPrepare(RuntimeException failure) {
        prepareFailure = Optional.of(failure);
    }

    void failToApply(ApplyException failure) {
        applyFailure = Optional.of(failure);
    }

    @Override
    public BlockGrammar root() {
        return BlockGrammar.of(things);
    }

    @Override
    public BlockGrammar globalDefs() {
        return BlockGrammar.of(global);
    }

    @Override
    public Prepared prepare(Values root, Values globalDefs, Problems problems) {
        whenPrepared.run();
        prepareFailure.ifPresent(
                failure -> {
                    throw failure;
                });
        Map<String, Integer> wanted = new TreeMap<>();
        for (Block<String> thing : root.get(things)) {
            int size = thing.values().get(SIZE).orElse(1);
            if (size == 0) {
                problems.cannotRun(
                        thing.values().position(), things.name(), "cannot run without size");
            } else {
                wanted.put(thing.header(), size);
            }
        }
        return new Plan(wanted);
    }

    private final class Plan implements Prepared {

        private final Map<String, Integer> wanted;

        Plan(Map<String, Integer> wanted) {
            this.wanted = wanted;
        }

        @Override
        public List<PlannedChange> changes() {
            List<PlannedChange> changes = new ArrayList<>();
            wanted.forEach((name, size) -> changes.add(change(name, size)));
            runs.keySet().stream()
                    .filter(name -> !wanted.containsKey(name))
                    .forEach(name -> changes.add(planned(PlannedChange.Kind.REMOVE, name, "")));
            return changes;
        }

        private PlannedChange change(String name, int size) {
            Integer old = runs.get(name);
            if (old == null) {
                return planned(PlannedChange.Kind.ADD, name, "");
            }
            return old == size
                    ? planned(PlannedChange.Kind.KEEP, name, "")
                    : planned(PlannedChange.Kind.CHANGE, name, "size " + old + " -> " + size);
        }

        private PlannedChange planned(PlannedChange.Kind kind, String name, String detail) {
            return new PlannedChange(kind, things.name() + " " + name, detail);
        }

        @Override
        public void apply() throws ApplyException {
            if (applyFailure.isPresent()) {
                ApplyException failure = applyFailure.get();
                applyFailure = Optional.empty();
                throw failure;
            }
            journal.add(things.name());
            runs.clear();
            runs.putAll(wanted);
        }
    }
}
