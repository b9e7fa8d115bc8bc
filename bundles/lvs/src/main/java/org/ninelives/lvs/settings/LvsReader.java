package org.ninelives.lvs.settings;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.Values;

/** Reads all that is said about load balancing, and checks what concerns more than one server. */
public final class LvsReader {

    private LvsReader() {}

    /**
     * Reads the settings; a virtual server that cannot run is reported and left out.
     *
     * @param grammar the one that {@code root} was read by
     */
    public static LvsSettings read(
            LvsGrammar grammar, Values root, Values globalDefs, Problems problems) {
        Scope scope =
                new Scope(
                        grammar.realServers(),
                        GroupTable.read(root, problems),
                        root,
                        globalDefs,
                        problems);
        VirtualServerNames names = new VirtualServerNames(grammar.realServers());
        ServiceOwners owners = new ServiceOwners(problems);
        List<VirtualServerSettings> virtualServers = new ArrayList<>();
        for (Block<VirtualServerHeader> block : root.get(grammar.virtualServer())) {
            new VirtualServerReader(scope, names.next(block), owners, block)
                    .read()
                    .ifPresent(virtualServers::add);
        }
        ScriptLint.check(scope, root.get(grammar.virtualServer()));
        return new LvsSettings(GlobalReader.read(root, globalDefs), virtualServers);
    }

    /**
     * The virtual servers that {@code track_virtual_server} can name, see {@link
     * VirtualServerSettings#trackerName}.
     *
     * @param grammar the one that {@code root} was read by
     */
    public static List<TrackerDefinition> definitions(LvsGrammar grammar, Values root) {
        VirtualServerNames names = new VirtualServerNames(grammar.realServers());
        return root.get(grammar.virtualServer()).stream()
                .map(
                        block ->
                                new TrackerDefinition(
                                        names.next(block).tracker(),
                                        0,
                                        false,
                                        block.values().position()))
                .toList();
    }
}
