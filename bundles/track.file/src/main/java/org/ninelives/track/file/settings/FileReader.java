package org.ninelives.track.file.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.api.track.TrackerWeight;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;

/** Reads what a configuration says about files. */
public final class FileReader {

    /** The keywords outside all blocks. */
    public static final BlockGrammar ROOT =
            BlockGrammar.of(FileGrammar.TRACK_FILE, FileGrammar.VRRP_TRACK_FILE);

    private FileReader() {}

    /** What may be tracked, usable or not; of several of one name the first. */
    public static List<TrackerDefinition> definitions(Values root) {
        Map<String, TrackerDefinition> definitions = new LinkedHashMap<>();
        for (Block<String> block : blocks(root)) {
            TrackerWeight weight = block.values().get(FileGrammar.WEIGHT);
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

    private static List<Block<String>> blocks(Values root) {
        return Stream.concat(
                        root.get(FileGrammar.TRACK_FILE).stream(),
                        root.get(FileGrammar.VRRP_TRACK_FILE).stream())
                .toList();
    }

    /** The files by name; what cannot be used is reported and left out. */
    public static Map<String, FileSettings> read(Values root, Problems problems) {
        Map<String, FileSettings> files = new LinkedHashMap<>();
        Map<String, Position> positions = new HashMap<>();
        for (Block<String> block : blocks(root)) {
            String name = block.header();
            Position position = block.values().position();
            Position earlier = positions.putIfAbsent(name, position);
            if (earlier != null) {
                problems.error(
                        position,
                        FileGrammar.TRACK_FILE.name(),
                        name + " is already defined at " + earlier + "; this block is skipped");
                continue;
            }
            if (block.values().get(FileGrammar.FILE).isEmpty()) {
                problems.error(
                        position,
                        FileGrammar.FILE.name(),
                        "is missing in track_file "
                                + name
                                + ", which is not tracked; write file"
                                + " and its path");
                continue;
            }
            files.put(
                    name,
                    new FileSettings(
                            name,
                            block.values().get(FileGrammar.FILE).get(),
                            block.values().get(FileGrammar.INIT_FILE)));
        }
        return files;
    }
}
