package org.ninelives.api.check;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.api.track.TrackerSource;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Suggestion;

/**
 * What a checker may follow: the things of one kind that other blocks define. Whoever publishes a
 * {@link CheckerType} that follows hands in the {@link TrackerSource} services as they come and go.
 * Safe for use by several threads.
 */
public final class FollowedKind {

    private final TrackerKind kind;
    private final String definingBlock;
    private final List<TrackerSource> sources = new CopyOnWriteArrayList<>();

    /**
     * Of a kind that nobody watches yet.
     *
     * @param definingBlock the keyword of the blocks that define such things, for messages
     */
    public FollowedKind(TrackerKind kind, String definingBlock) {
        this.kind = kind;
        this.definingBlock = definingBlock;
    }

    /** Somebody watches things, perhaps of another kind. */
    public void add(TrackerSource source) {
        if (source.kind() == kind) {
            sources.add(source);
        }
    }

    /** Somebody watches nothing any more. */
    public void remove(TrackerSource source) {
        sources.remove(source);
    }

    /**
     * What the block names by this keyword; where it names nothing, or nothing that is defined, the
     * problem is reported.
     */
    public Optional<TrackerDefinition> find(CheckerBlock block, Keyword<Optional<String>> keyword) {
        Optional<String> name = block.values().get(keyword);
        Optional<TrackerDefinition> found = name.flatMap(each -> definition(block, each));
        if (found.isEmpty()) {
            String why = name.map(each -> unknown(block, each)).orElseGet(this::missing);
            block.problems()
                    .error(
                            block.values().position(keyword),
                            keyword.name(),
                            why + "; this " + block.type().keyword() + " is left out");
        }
        return found;
    }

    private Optional<TrackerDefinition> definition(CheckerBlock block, String name) {
        return definitions(block).stream()
                .filter(definition -> definition.name().equals(name))
                .findFirst();
    }

    private List<TrackerDefinition> definitions(CheckerBlock block) {
        return sources.stream()
                .flatMap(source -> source.definitionsForChecks(block.root()).stream())
                .toList();
    }

    private String missing() {
        return "is missing; write the name of a " + definingBlock;
    }

    private String unknown(CheckerBlock block, String name) {
        if (sources.isEmpty()) {
            return "no installed bundle watches what " + definingBlock + " defines";
        }
        List<String> names = definitions(block).stream().map(TrackerDefinition::name).toList();
        return "there is no "
                + definingBlock
                + " "
                + name
                + Suggestion.nearest(name, names)
                        .map(guess -> ", did you mean '" + guess + "'?")
                        .orElse("");
    }
}
