package org.ninelives.vrrp.settings;

import static org.ninelives.config.grammar.ArgumentTypes.nothing;
import static org.ninelives.config.grammar.ArgumentTypes.seconds;
import static org.ninelives.config.grammar.ArgumentTypes.word;
import static org.ninelives.vrrp.settings.CommonTypes.flag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.configuration.NetTypes;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;

/** The root keywords about several virtual routers, or about none in particular. */
final class GroupGrammar {

    static final Keyword<List<Located<List<String>>>> MEMBERS =
            Keyword.entries("group", new InstanceNamesEntry(), "instances that belong together");

    static final Keyword<Boolean> SYNC_GROUP_TRACKING_WEIGHT =
            flag("sync_group_tracking_weight", "weights of members count, each for itself");
    static final Keyword<Boolean> GLOBAL_TRACKING =
            flag("global_tracking", "no longer needed")
                    .withRemark("obsolete and without effect; track in the group instead");
    static final Keyword<List<Block<String>>> VRRP_SYNC_GROUP =
            Keyword.blocks(
                    "vrrp_sync_group",
                    word("a name"),
                    syncGroup(),
                    "instances that change state together");

    static final Keyword<List<Block<String>>> TRACK_GROUP =
            Keyword.blocks(
                    "track_group",
                    word("a name"),
                    BlockGrammar.of(MEMBERS),
                    "instances that depend on static addresses, routes or rules");

    static final Keyword<List<Located<AddressLine>>> STATIC_IPADDRESS =
            Keyword.entries(
                    "static_ipaddress",
                    AddressEntry.STATIC,
                    "addresses that are there while the daemon runs");

    static final Keyword<List<Located<String>>> STATIC_ROUTES =
            Keyword.entries(
                    "static_routes",
                    RouteEntry.DEFERRED,
                    "routes that are there while the daemon runs");
    static final Keyword<List<Located<String>>> STATIC_RULES =
            Keyword.entries(
                    "static_rules",
                    RuleEntry.DEFERRED,
                    "policy rules that are there while the daemon runs");

    static final Keyword<Optional<Long>> GARP_INTERVAL =
            Keyword.optional(
                    "garp_interval",
                    seconds("0", "1000"),
                    "least gap between gratuitous ARPs over all its interfaces");
    static final Keyword<Optional<Long>> GNA_INTERVAL =
            Keyword.optional(
                    "gna_interval",
                    seconds("0", "1000"),
                    "least gap between neighbour advertisements over all its interfaces");
    static final Keyword<List<Located<InterfaceName>>> GROUP_INTERFACE =
            Keyword.list("interface", NetTypes.interfaceName(), "an interface");
    static final Keyword<List<Located<InterfaceName>>> GROUP_INTERFACES =
            Keyword.entries("interfaces", new InterfaceEntry(), "several interfaces");
    static final Keyword<List<Block<Boolean>>> GARP_GROUP =
            Keyword.blocks(
                    "garp_group",
                    nothing(),
                    BlockGrammar.of(GARP_INTERVAL, GNA_INTERVAL, GROUP_INTERFACE, GROUP_INTERFACES),
                    "interfaces that share a pace of announcements");

    static final Keyword<List<Located<DebounceEntry.Line>>> INTERFACE_UP_DOWN_DELAYS =
            Keyword.entries(
                    "interface_up_down_delays",
                    new DebounceEntry(),
                    "how long links must keep a new state");

    private static final Keyword<Boolean> LINKBEAT_USE_POLLING =
            flag("linkbeat_use_polling", "no longer needed")
                    .withRemark("without effect; the kernel tells of link changes at once");
    private static final Keyword<List<Located<InterfaceName>>> LINKBEAT_INTERFACES =
            Keyword.entries("linkbeat_interfaces", new LinkbeatEntry(), "no longer needed")
                    .withRemark("without effect; the kernel tells of link changes at once");

    static final List<Keyword<?>> KEYWORDS =
            List.of(
                    VRRP_SYNC_GROUP,
                    TRACK_GROUP,
                    STATIC_IPADDRESS,
                    STATIC_ROUTES,
                    STATIC_RULES,
                    GARP_GROUP,
                    INTERFACE_UP_DOWN_DELAYS,
                    LINKBEAT_USE_POLLING,
                    LINKBEAT_INTERFACES);

    private GroupGrammar() {}

    private static BlockGrammar syncGroup() {
        List<Keyword<?>> keywords =
                new ArrayList<>(List.of(MEMBERS, SYNC_GROUP_TRACKING_WEIGHT, GLOBAL_TRACKING));
        keywords.addAll(TrackerKeywords.all());
        keywords.addAll(NotifyGrammar.OF_GROUP);
        return BlockGrammar.of(keywords);
    }
}
