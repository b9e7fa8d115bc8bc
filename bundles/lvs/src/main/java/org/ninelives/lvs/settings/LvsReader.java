package org.ninelives.lvs.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.Values;
import org.ninelives.lvs.settings.VirtualServerNames.Names;

/** Reads all that is said about load balancing, and checks what concerns more than one server. */
public final class LvsReader {

    private LvsReader() {}

    /**
     * Reads the settings; a virtual server that cannot run is reported and left out.
     *
     * @param grammar the one that {@code root} was read by
     * @param read what the last reading has read; holds afterwards what this one has
     */
    public static LvsSettings read(
            LvsGrammar grammar,
            Values root,
            Values globalDefs,
            Problems problems,
            ReadServers read) {
        read.begin(root, grammar.virtualServer());
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
            Names next = names.next(block);
            readOne(scope, next, block, read)
                    .flatMap(each -> owners.admit(each, block.values().position()))
                    .ifPresent(virtualServers::add);
        }
        ScriptLint.check(scope, root.get(grammar.virtualServer()));
        return new LvsSettings(
                GlobalReader.read(root, globalDefs), scope.groups().all(), virtualServers);
    }

    private static Optional<VirtualServerSettings> readOne(
            Scope scope, Names names, Block<VirtualServerHeader> block, ReadServers read) {
        int problemsBefore = scope.problems().count();
        Optional<VirtualServerSettings> settings =
                read.find(names.log(), block.values())
                        .or(() -> new VirtualServerReader(scope, names, block).read());
        if (scope.problems().count() == problemsBefore) {
            settings.ifPresent(each -> read.keep(names.log(), block.values(), each));
        }
        return settings;
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
