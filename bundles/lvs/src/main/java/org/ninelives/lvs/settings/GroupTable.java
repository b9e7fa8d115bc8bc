package org.ninelives.lvs.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;
import org.ninelives.config.grammar.Values;

/** The {@code virtual_server_group} blocks of a configuration, by name. */
final class GroupTable {

    private static final Keyword<List<Located<GroupEntry>>> ENTRIES =
            Keyword.entries("virtual_server_group", new GroupEntryType(), "what it takes");

    static final Keyword<List<Block<String>>> VIRTUAL_SERVER_GROUP =
            Keyword.blocks(
                    "virtual_server_group",
                    ArgumentTypes.word("NAME"),
                    BlockGrammar.none().withOthers(ENTRIES),
                    "addresses and marks that virtual servers take together");

    private final Problems problems;
    private final Map<String, Position> positions = new HashMap<>();
    private final Map<String, List<GroupEntry>> groups = new LinkedHashMap<>();

    private GroupTable(Problems problems) {
        this.problems = problems;
    }

    /** Reads all groups; of two with one name the first counts. */
    static GroupTable read(Values root, Problems problems) {
        GroupTable table = new GroupTable(problems);
        root.get(VIRTUAL_SERVER_GROUP).forEach(table::add);
        return table;
    }

    private void add(Block<String> block) {
        Position here = block.values().position();
        Position earlier = positions.putIfAbsent(block.header(), here);
        if (earlier != null) {
            problems.error(
                    here,
                    VIRTUAL_SERVER_GROUP.name(),
                    block.header()
                            + " is already defined at "
                            + earlier
                            + "; this block is skipped");
            return;
        }
        groups.put(block.header(), ofOneFamily(block.values().get(ENTRIES)));
    }

    /** The same servers are behind all entries, so that they are of one family. */
    private List<GroupEntry> ofOneFamily(List<Located<GroupEntry>> lines) {
        List<GroupEntry> entries = new ArrayList<>();
        for (Located<GroupEntry> line : lines) {
            IpAddress.Family family = line.value().family();
            if (entries.isEmpty() || entries.getFirst().family() == family) {
                entries.add(line.value());
            } else {
                problems.error(
                        line.position(),
                        VIRTUAL_SERVER_GROUP.name(),
                        "is "
                                + family.label()
                                + " among entries of "
                                + entries.getFirst().family().label()
                                + "; it is left out");
            }
        }
        return List.copyOf(entries);
    }

    /** The entries of a group. */
    Optional<List<GroupEntry>> find(String name) {
        return Optional.ofNullable(groups.get(name));
    }

    /** All of them, in the order of the configuration. */
    List<ServerGroup> all() {
        return groups.entrySet().stream()
                .map(group -> new ServerGroup(group.getKey(), group.getValue()))
                .toList();
    }

    Set<String> names() {
        return groups.keySet();
    }
}
