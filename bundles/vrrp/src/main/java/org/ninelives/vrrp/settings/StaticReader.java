package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;
import org.ninelives.config.grammar.Values;

/** Reads what is there whatever the virtual routers do, and who depends on it. */
final class StaticReader {

    /** keepalived's choice where nothing is said. */
    private static final InterfaceName INTERFACE_DEFAULT = new InterfaceName("eth0");

    private final InstanceNames names;
    private final Problems problems;
    private final Map<String, List<String>> groups = new HashMap<>();

    StaticReader(InstanceNames names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    StaticSettings read(Values root, Values globals, RoutingReader routing) {
        for (Block<String> block : root.get(GroupGrammar.TRACK_GROUP)) {
            readGroup(block.header(), block.values());
        }
        InterfaceName device =
                globals.get(GlobalGrammar.DEFAULT_INTERFACE).orElse(INTERFACE_DEFAULT);
        List<StaticEntry<VirtualAddress>> addresses = new ArrayList<>();
        for (Located<AddressLine> line : root.get(GroupGrammar.STATIC_IPADDRESS)) {
            VirtualAddress address = line.value().address();
            addresses.add(
                    entry(
                            GroupGrammar.STATIC_IPADDRESS,
                            line.position(),
                            address.device().isPresent() ? address : address.on(device),
                            line.value().trackGroup()));
        }
        return new StaticSettings(
                addresses,
                entries(
                        GroupGrammar.STATIC_ROUTES,
                        routing.staticRoutes(root),
                        VirtualRoute::trackGroup),
                entries(
                        GroupGrammar.STATIC_RULES,
                        routing.staticRules(root),
                        VirtualRule::trackGroup));
    }

    private void readGroup(String name, Values values) {
        List<String> members = new ArrayList<>();
        for (Located<List<String>> line : values.get(GroupGrammar.MEMBERS)) {
            members.addAll(names.known(line, "track group " + name));
        }
        if (groups.putIfAbsent(name, members) != null) {
            problems.error(
                    values.position(),
                    GroupGrammar.TRACK_GROUP.name(),
                    name + " is already defined; this block is skipped");
        }
    }

    private <T> List<StaticEntry<T>> entries(
            Keyword<?> keyword, List<Located<T>> lines, Function<T, Optional<String>> group) {
        return lines.stream()
                .map(
                        line ->
                                entry(
                                        keyword,
                                        line.position(),
                                        line.value(),
                                        group.apply(line.value())))
                .toList();
    }

    private <T> StaticEntry<T> entry(
            Keyword<?> keyword, Position position, T what, Optional<String> group) {
        if (group.filter(name -> !groups.containsKey(name)).isPresent()) {
            problems.error(
                    position,
                    keyword.name(),
                    "there is no track_group " + group.get() + "; no instance depends on it");
        }
        return new StaticEntry<>(
                what, group.map(name -> groups.getOrDefault(name, List.of())).orElse(List.of()));
    }
}
