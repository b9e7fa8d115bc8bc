package org.ninelives.api.track;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ninelives.config.grammar.Values;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Watches the things of one kind for those who follow them. Publish one in the service registry,
 * beside the configuration section that owns the blocks.
 *
 * <p>Sections of sources apply before the sections that follow them. A thing that a reload removes
 * keeps its last finding with its followers until they follow anew, so that a reload changes
 * nothing by halves.
 */
@ConsumerType
public interface TrackerSource {

    TrackerKind kind();

    /**
     * What a configuration defines of this kind, usable or not. Reports no problem: the section
     * does. Pure.
     */
    List<TrackerDefinition> definitions(Values root);

    /** The same for checks of real servers: a thing may be for one of both only. */
    default List<TrackerDefinition> definitionsForChecks(Values root) {
        return definitions(root);
    }

    /**
     * Follows exactly these from now on, in place of what this listener followed before. What
     * nobody follows is not watched. Before it returns, each of them is told once: {@link
     * Finding#UNKNOWN} if it has no result yet, {@link Finding#ABSENT} if it is not there or may
     * not be used. What a look finds, such as the number in a file, may be told too before it
     * returns, if that takes no longer than a second; other results are not waited for. Any thread
     * that may wait so long.
     */
    void follow(TrackerListener listener, Set<String> names);

    /**
     * What one look at a thing finds, whether anybody follows it or not; for who asks once. Any
     * thread that may wait.
     *
     * @param root the configuration that defines it
     * @param told hears what was looked at, in a sentence
     * @return empty if it is not defined there, or only watching it tells anything
     */
    default Optional<Finding> look(Values root, String name, Consumer<String> told) {
        return Optional.empty();
    }

    /** What it is called in the JSON of virtual routers that track it: a script by its command. */
    default String title(String name) {
        return name;
    }
}
