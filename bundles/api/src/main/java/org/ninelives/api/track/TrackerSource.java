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

    /**
     * Follows exactly these from now on, in place of what this listener followed before. What
     * nobody follows is not watched. Before it returns, each of them is told once: {@link
     * Finding#UNKNOWN} if it has no result yet, {@link Finding#ABSENT} if it is not there or may
     * not be used. Any thread; does not wait for results.
     */
    void follow(TrackerListener listener, Set<String> names);
}
