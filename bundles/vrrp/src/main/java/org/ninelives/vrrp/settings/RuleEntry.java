package org.ninelives.vrrp.settings;

import static org.ninelives.config.grammar.ArgumentTypes.nothing;
import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.DeferredEntry;
import org.ninelives.config.grammar.EntryType;
import org.ninelives.config.grammar.InvalidArgumentException;
import org.ninelives.config.grammar.Keyword;

/** One line of {@code virtual_rules} or {@code static_rules}. */
final class RuleEntry implements EntryType<VirtualRule> {

    private static final String ALLOWED =
            "[not] [from PREFIX] [to PREFIX] [fwmark N[/MASK]] [iif IFNAME] ... preference N"
                    + " table N|NAME | goto N | nop | blackhole | prohibit | unreachable";

    /** For grammars that do not know the names of the machine: keeps the line. */
    static final EntryType<String> DEFERRED = new DeferredEntry(words(), ALLOWED);

    private final RoutingNames names;
    private final RuleEntryPreferences preferences;
    private final boolean isStatic;

    private RuleEntry(RoutingNames names, RuleEntryPreferences preferences, boolean isStatic) {
        this.names = names;
        this.preferences = preferences;
        this.isStatic = isStatic;
    }

    /** Lines of {@code virtual_rules}. */
    static RuleEntry ofInstance(RoutingNames names, RuleEntryPreferences preferences) {
        return new RuleEntry(names, preferences, false);
    }

    /** Lines of {@code static_rules}. */
    static RuleEntry ofStatic(RoutingNames names, RuleEntryPreferences preferences) {
        return new RuleEntry(names, preferences, true);
    }

    @Override
    public VirtualRule parse(Arguments arguments) throws InvalidArgumentException {
        return new RuleEntryParser(new RoutingWords(arguments, names), preferences, isStatic)
                .parse();
    }

    @Override
    public String allowed() {
        return ALLOWED;
    }

    @Override
    public BlockGrammar grammar() {
        return DEFERRED.grammar();
    }

    private static BlockGrammar words() {
        List<Keyword<?>> words = new ArrayList<>();
        flag(words, "inet", "a rule for IPv4, which is what it is by default");
        flag(words, "inet6", "a rule for IPv6");
        value(words, "from", "PREFIX|any", "where packets come from");
        value(words, "to", "PREFIX|any", "where packets go");
        value(words, "table", "N|NAME", "the table to look up");
        value(words, "lookup", "N|NAME", "the same as table");
        flag(words, "not", "selects what does not match");
        value(words, "preference", "1..4294967295", "rules are tried from the lowest on");
        value(words, "order", "1..4294967295", "the same as preference");
        value(words, "priority", "1..4294967295", "the same as preference");
        value(words, "tos", "N|NAME", "type of service of packets");
        value(words, "dsfield", "N|NAME", "the same as tos");
        value(words, "fwmark", "N[/MASK]", "firewall mark of packets");
        value(words, "realms", "[FROM/]TO", "realms of the packets, IPv4 only");
        value(words, "suppress_prefixlength", "0..128", "passes over results this short");
        value(words, "sup_pl", "0..128", "the same as suppress_prefixlength");
        value(words, "suppress_ifgroup", "N|NAME", "passes over results through this group");
        value(words, "sup_group", "N|NAME", "the same as suppress_ifgroup");
        value(words, "dev", "IFNAME", "the interface packets came by");
        value(words, "iif", "IFNAME", "the same as dev");
        value(words, "oif", "IFNAME", "the interface packets leave by");
        value(words, "tunnel-id", "N", "key of the tunnel packets came by");
        value(words, "uidrange", "FIRST-LAST", "users who send packets");
        flag(words, "l3mdev", "looks up the table of the VRF");
        value(words, "protocol", "N|NAME", "who made the rule; keepalived when tracked");
        value(words, "ipproto", "N|NAME", "protocol of packets; ip_proto is the same");
        value(words, "sport", "N[-N]", "source port of packets");
        value(words, "dport", "N[-N]", "destination port of packets");
        flag(words, "type", "may stand before the action");
        value(words, "goto", "N", "goes on at the rule with this preference");
        flag(words, "nop", "goes on at the next rule");
        flag(words, "blackhole", "drops packets; also prohibit and unreachable, which tell");
        flag(words, "no_track", "the loss of the rule does not matter");
        value(words, "track_group", "NAME", "static only: whose state depends on it");
        return BlockGrammar.named("RULE-ENTRY", words);
    }

    private static void flag(List<Keyword<?>> words, String name, String help) {
        words.add(Keyword.value(name, nothing(), false, help));
    }

    private static void value(List<Keyword<?>> words, String name, String what, String help) {
        words.add(Keyword.value(name, word(what), "", help));
    }
}
