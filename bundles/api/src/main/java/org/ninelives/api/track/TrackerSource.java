package org.ninelives.api.track;

import java.util.List;
import java.util.Set;
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
}
