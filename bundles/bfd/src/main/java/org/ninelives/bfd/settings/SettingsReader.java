package org.ninelives.bfd.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;

/** Reads all that is said about BFD, and checks what concerns more than one session. */
public final class SettingsReader {

    /** The keywords outside all blocks. */
    public static final BlockGrammar ROOT = BlockGrammar.of(BfdGrammar.BFD_INSTANCE);

    /** The keywords in {@code global_defs}. */
    public static final BlockGrammar GLOBAL_DEFS = BlockGrammar.of(BfdGrammar.THREAD.keywords());

    private final Problems problems;
    private final Map<String, Position> names = new HashMap<>();
    private final List<InstanceSettings> instances = new ArrayList<>();

    private SettingsReader(Problems problems) {
        this.problems = problems;
    }

    /** Reads the settings; a session that cannot run is reported and left out. */
    public static BfdSettings read(Values root, Values globals, Problems problems) {
        SettingsReader reader = new SettingsReader(problems);
        root.get(BfdGrammar.BFD_INSTANCE).forEach(reader::readInstance);
        return new BfdSettings(reader.instances, BfdGrammar.THREAD.read(globals));
    }

    private void readInstance(Block<String> block) {
        Position here = block.values().position();
        Position earlier = names.putIfAbsent(block.header(), here);
        if (earlier != null) {
            problems.error(
                    here,
                    BfdGrammar.BFD_INSTANCE.name(),
                    block.header()
                            + " is already defined at "
                            + earlier
                            + "; this block is skipped");
            return;
        }
        new InstanceReader(block.header(), block.values(), problems)
                .read()
                .filter(read -> isUnlikeOthers(read, here))
                .ifPresent(instances::add);
    }

    private boolean isUnlikeOthers(InstanceSettings read, Position here) {
        Optional<InstanceSettings> same =
                instances.stream().filter(read::isBetweenTheSame).findFirst();
        same.ifPresent(
                other ->
                        problems.cannotRun(
                                here,
                                BfdGrammar.NEIGHBOR_IP.name(),
                                read.neighbour()
                                        + " is the neighbour of "
                                        + other.name()
                                        + " already; a second session with it needs another"
                                        + " source_ip"));
        return same.isEmpty();
    }

    /**
     * What virtual routers can track: every session but those that are for checks only. Of two with
     * one name the first counts.
     */
    public static List<TrackerDefinition> definitions(Values root) {
        return definitions(
                root, values -> values.get(BfdGrammar.VRRP) || !values.get(BfdGrammar.CHECKER));
    }

    /** What checks can follow: every session but those that are for virtual routers only. */
    public static List<TrackerDefinition> definitionsForChecks(Values root) {
        return definitions(
                root, values -> values.get(BfdGrammar.CHECKER) || !values.get(BfdGrammar.VRRP));
    }

    private static List<TrackerDefinition> definitions(Values root, Predicate<Values> isFor) {
        Map<String, TrackerDefinition> definitions = new LinkedHashMap<>();
        for (Block<String> block : root.get(BfdGrammar.BFD_INSTANCE)) {
            Values values = block.values();
            if (isFor.test(values)) {
                Weight weight = values.get(BfdGrammar.WEIGHT);
                definitions.putIfAbsent(
                        block.header(),
                        new TrackerDefinition(
                                block.header(),
                                weight.weight(),
                                weight.reverse(),
                                values.position()));
            }
        }
        return List.copyOf(definitions.values());
    }
}
