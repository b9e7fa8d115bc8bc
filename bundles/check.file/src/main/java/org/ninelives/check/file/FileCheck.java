package org.ninelives.check.file;

import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.util.List;
import java.util.Optional;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckerBlock;
import org.ninelives.api.check.CheckerType;
import org.ninelives.api.check.FollowedKind;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.api.track.TrackerSource;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** {@code FILE_CHECK}: the number in a file changes the weight of a server, or fails it. */
@Component
public final class FileCheck implements CheckerType {

    private static final Keyword<Optional<String>> TRACK_FILE =
            Keyword.optional("track_file", word("the name of a track_file"), "the file to follow");
    private static final Keyword<Optional<FileWeight>> WEIGHT =
            Keyword.optional(
                    "weight",
                    FileWeight.TYPE,
                    "the number is multiplied by it and added to the weight of the server; with 0"
                            + " any number but 0 fails it; by default that of the track_file");
    private static final Keyword<Boolean> DYNAMIC =
            Keyword.withoutEffect(
                    "dynamic", "is not needed: a weight other than 0 is always dynamic");
    private static final BlockGrammar GRAMMAR = BlockGrammar.of(TRACK_FILE, WEIGHT, DYNAMIC);

    private final FollowedKind files = new FollowedKind(TrackerKind.FILE, "track_file");

    // Those that apply before virtual servers: these are sources too, and need this checker.
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(service.ranking>=400)")
    void addSource(TrackerSource source) {
        files.add(source);
    }

    void removeSource(TrackerSource source) {
        files.remove(source);
    }

    @Override
    public String keyword() {
        return "FILE_CHECK";
    }

    @Override
    public String help() {
        return "The number in a file changes the weight of the server, or fails it.";
    }

    @Override
    public BlockGrammar grammar() {
        return GRAMMAR;
    }

    @Override
    public List<Check> read(CheckerBlock block) {
        return files
                .find(block, TRACK_FILE)
                .map(file -> block.following(new FileMethod(file.name(), weight(block, file))))
                .stream()
                .toList();
    }

    private static FileWeight weight(CheckerBlock block, TrackerDefinition file) {
        return block.values()
                .get(WEIGHT)
                .orElseGet(() -> new FileWeight(file.weight(), file.reverse()));
    }
}
