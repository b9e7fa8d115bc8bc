package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;
import org.ninelives.config.grammar.Values;

/** Reads how fast addresses may be announced. */
final class PaceReader {

    private final Values globals;
    private final Problems problems;
    private final Set<InterfaceName> taken = new HashSet<>();

    PaceReader(Values globals, Problems problems) {
        this.globals = globals;
        this.problems = problems;
    }

    PaceSettings read(Values root) {
        List<GarpGroup> groups = new ArrayList<>();
        for (Block<Boolean> block : root.get(GroupGrammar.GARP_GROUP)) {
            GarpGroup group = group(block.values());
            if (!group.interfaces().isEmpty()) {
                groups.add(group);
            }
        }
        return new PaceSettings(
                globals.get(GlobalGrammar.GARP_INTERVAL),
                globals.get(GlobalGrammar.GNA_INTERVAL),
                groups);
    }

    private GarpGroup group(Values values) {
        Set<InterfaceName> interfaces = new LinkedHashSet<>();
        add(values, GroupGrammar.GROUP_INTERFACE, interfaces);
        add(values, GroupGrammar.GROUP_INTERFACES, interfaces);
        if (interfaces.isEmpty()) {
            problems.warning(
                    values.position(),
                    GroupGrammar.GARP_GROUP.name(),
                    "there is no interface in it; it has no effect");
        }
        return new GarpGroup(
                interfaces,
                values.get(GroupGrammar.GARP_INTERVAL)
                        .orElse(globals.get(GlobalGrammar.GARP_INTERVAL)),
                values.get(GroupGrammar.GNA_INTERVAL)
                        .orElse(globals.get(GlobalGrammar.GNA_INTERVAL)));
    }

    private void add(
            Values values,
            Keyword<List<Located<InterfaceName>>> keyword,
            Set<InterfaceName> interfaces) {
        for (Located<InterfaceName> line : values.get(keyword)) {
            if (taken.add(line.value())) {
                interfaces.add(line.value());
            } else {
                problems.warning(
                        line.position(),
                        keyword.name(),
                        line.value() + " is already in a garp_group; the first one counts");
            }
        }
    }
}
