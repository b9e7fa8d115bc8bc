package org.ninelives.vrrp.settings;

import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.DeferredEntry;
import org.ninelives.config.grammar.EntryType;
import org.ninelives.config.grammar.InvalidArgumentException;

/** One line of {@code virtual_routes} or {@code static_routes}. */
final class RouteEntry implements EntryType<VirtualRoute> {

    private static final String ALLOWED =
            "[TYPE] PREFIX|default [via IP] [dev IFNAME] [src IP] [table N|NAME] [metric N] ..."
                    + " [nexthop via IP dev IFNAME weight N ...]";

    /** For grammars that do not know the names of the machine: keeps the line. */
    static final EntryType<String> DEFERRED = new DeferredEntry(RouteEntryGrammar.words(), ALLOWED);

    private final RoutingNames names;
    private final boolean isStatic;

    private RouteEntry(RoutingNames names, boolean isStatic) {
        this.names = names;
        this.isStatic = isStatic;
    }

    /** Lines of {@code virtual_routes}. */
    static RouteEntry ofInstance(RoutingNames names) {
        return new RouteEntry(names, false);
    }

    /** Lines of {@code static_routes}. */
    static RouteEntry ofStatic(RoutingNames names) {
        return new RouteEntry(names, true);
    }

    @Override
    public VirtualRoute parse(Arguments arguments) throws InvalidArgumentException {
        return new RouteEntryParser(new RoutingWords(arguments, names), isStatic).parse();
    }

    @Override
    public String allowed() {
        return ALLOWED;
    }

    @Override
    public BlockGrammar grammar() {
        return DEFERRED.grammar();
    }
}
