package org.ninelives.linux.rtnetlink;

import java.util.List;
import org.ninelives.api.system.Route;

/**
 * A route whose names have become numbers.
 *
 * @param route the route
 * @param table the number of its table
 * @param linkIndices the interface of each next hop; 0 where it names none
 */
record ResolvedRoute(Route route, long table, List<Integer> linkIndices) {}
