package org.ninelives.track.file.settings;

import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.track.TrackerWeight;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;

/** The keywords about files. */
final class FileGrammar {

    private static final int WEIGHT_MAX = 254;

    static final Keyword<Optional<Path>> FILE =
            Keyword.optional(
                    "file",
                    word("PATH").map(FileGrammar::path),
                    "the file that holds the number; without a file or a number it is 0");
    static final Keyword<TrackerWeight> WEIGHT =
            Keyword.value(
                    "weight",
                    TrackerWeight.type(WEIGHT_MAX, WEIGHT_MAX),
                    new TrackerWeight(1, false),
                    "what the number is multiplied by and then added to the priority; with 0 any"
                            + " number but 0 is a fault");
    static final Keyword<Optional<FileSettings.Initial>> INIT_FILE =
            Keyword.optional(
                    "init_file",
                    new InitialType(),
                    "what the file holds at first: written when there is no such file, with"
                            + " overwrite at each start");

    private static final BlockGrammar BLOCK = BlockGrammar.of(FILE, WEIGHT, INIT_FILE);

    static final Keyword<List<Block<String>>> TRACK_FILE =
            Keyword.blocks(
                    "track_file",
                    word("a name"),
                    BLOCK,
                    "a file whose number decides about priorities");
    static final Keyword<List<Block<String>>> VRRP_TRACK_FILE =
            Keyword.blocks("vrrp_track_file", word("a name"), BLOCK, "the same as track_file")
                    .withRemark("is deprecated; write track_file");

    private FileGrammar() {}

    private static Path path(String word) {
        Path path = Path.of(word);
        if (!path.isAbsolute() || path.getNameCount() == 0) {
            throw new IllegalArgumentException(
                    word + " is not the whole path of a file; write it from / on");
        }
        return path;
    }
}
