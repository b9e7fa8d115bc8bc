package org.ninelives.track.process.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.api.track.TrackerWeight;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.ninelives.track.process.core.ParameterMatch;
import org.ninelives.track.process.core.ProcessPattern;
import org.ninelives.track.process.core.ProcessSettings;

/** Reads what a configuration says about processes. */
public final class ProcessReader {

    /** The keywords outside all blocks. */
    public static final BlockGrammar ROOT = BlockGrammar.of(ProcessGrammar.VRRP_TRACK_PROCESS);

    /** The keywords in {@code global_defs}. */
    public static final BlockGrammar GLOBAL_DEFS =
            BlockGrammar.of(ProcessGrammar.RECEIVE_BYTES, ProcessGrammar.RECEIVE_FORCED);

    private final Problems problems;

    private ProcessReader(Problems problems) {
        this.problems = problems;
    }

    /** What may be tracked, usable or not; of several of one name the first. */
    public static List<TrackerDefinition> definitions(Values root) {
        Map<String, TrackerDefinition> definitions = new LinkedHashMap<>();
        for (Block<String> block : root.get(ProcessGrammar.VRRP_TRACK_PROCESS)) {
            TrackerWeight weight = block.values().get(ProcessGrammar.WEIGHT);
            definitions.putIfAbsent(
                    block.header(),
                    new TrackerDefinition(
                            block.header(),
                            weight.weight(),
                            weight.reverse(),
                            block.values().position()));
        }
        return new ArrayList<>(definitions.values());
    }

    /** Reads the settings; what cannot be used is reported and left out. */
    public static ProcessConfiguration read(Values root, Values globals, Problems problems) {
        return new ProcessReader(problems).read(root, globals);
    }

    private ProcessConfiguration read(Values root, Values globals) {
        Map<String, ProcessSettings> trackers = new LinkedHashMap<>();
        Map<String, Position> positions = new HashMap<>();
        for (Block<String> block : root.get(ProcessGrammar.VRRP_TRACK_PROCESS)) {
            String name = block.header();
            Position earlier = positions.putIfAbsent(name, block.values().position());
            if (earlier != null) {
                problems.error(
                        block.values().position(),
                        ProcessGrammar.VRRP_TRACK_PROCESS.name(),
                        name + " is already defined at " + earlier + "; this block is skipped");
                continue;
            }
            readOne(name, block.values()).ifPresent(settings -> trackers.put(name, settings));
        }
        Optional<Integer> bytes = globals.get(ProcessGrammar.RECEIVE_BYTES);
        return new ProcessConfiguration(
                trackers,
                bytes.map(OptionalInt::of).orElse(OptionalInt.empty()),
                bytes.isEmpty() || globals.get(ProcessGrammar.RECEIVE_FORCED));
    }

    private Optional<ProcessSettings> readOne(String name, Values values) {
        Optional<List<String>> process = values.get(ProcessGrammar.PROCESS);
        if (process.isEmpty()) {
            problems.error(
                    values.position(),
                    ProcessGrammar.PROCESS.name(),
                    "is missing in vrrp_track_process "
                            + name
                            + ", which is not tracked; write"
                            + " process and the name of a program");
            return Optional.empty();
        }
        int most = values.get(ProcessGrammar.QUORUM_MAX).orElse(ProcessSettings.UNLIMITED);
        int least = values.get(ProcessGrammar.QUORUM);
        if (most == 0 && !values.isSet(ProcessGrammar.QUORUM)) {
            least = 0;
        } else if (most < least) {
            problems.error(
                    values.position(ProcessGrammar.QUORUM_MAX),
                    ProcessGrammar.QUORUM_MAX.name(),
                    most + " is below quorum " + least + " and is ignored");
            most = ProcessSettings.UNLIMITED;
        }
        long both = values.get(ProcessGrammar.DELAY).orElse(0L);
        return Optional.of(
                new ProcessSettings(
                        name,
                        pattern(process.get(), values),
                        least,
                        most,
                        values.get(ProcessGrammar.FORK_DELAY).orElse(both),
                        values.get(ProcessGrammar.TERMINATE_DELAY).orElse(both)));
    }

    private ProcessPattern pattern(List<String> words, Values values) {
        String program = words.getFirst();
        List<String> parameters = words.subList(1, words.size());
        ParameterMatch match = values.get(ProcessGrammar.PARAM_MATCH);
        if (match == ParameterMatch.NONE && !parameters.isEmpty()) {
            match = ParameterMatch.EXACT;
        }
        if (match != ParameterMatch.NONE || values.get(ProcessGrammar.FULL_COMMAND)) {
            return new ProcessPattern.Command(program, parameters, match);
        }
        ProcessPattern.Name name = ProcessPattern.Name.ofProgram(program);
        warnOfWhatIsNotCompared(program, name, values);
        return name;
    }

    private void warnOfWhatIsNotCompared(String program, ProcessPattern.Name name, Values values) {
        if (!program.equals(name.name())) {
            problems.note(
                    values.position(ProcessGrammar.PROCESS),
                    ProcessGrammar.PROCESS.name(),
                    "counts each process of the name "
                            + name.name()
                            + ", which is all the kernel keeps; write full_command to compare the"
                            + " command line with "
                            + program);
        }
    }
}
