package org.ninelives.snmp.mib;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.management.RuleDetails;
import org.ninelives.snmp.core.Variables;
import org.ninelives.snmp.mib.Owner.Owned;
import org.ninelives.snmp.mib.Table.Row;
import org.ninelives.snmp.wire.Value;

/** The policy rules of KEEPALIVED-MIB. */
final class Rules {

    private static final Map<String, Integer> ACTIONS =
            Map.of(
                    "lookup",
                    1,
                    "l3mdev",
                    1,
                    "goto",
                    2,
                    "nop",
                    3,
                    "blackhole",
                    6,
                    "unreachable",
                    7,
                    "prohibit",
                    8);

    /** Where the high half of a number of 64 bits begins. */
    private static final int HALF = 32;

    private static final Table<Owned<RuleDetails>> RULES = rules();

    private Rules() {}

    static void write(Variables.Builder variables, Scene scene, Beans beans) {
        List<Row<Owned<RuleDetails>>> rules = new ArrayList<>();
        for (Owner owner : Owner.all(scene, beans)) {
            rules.addAll(owner.rows(owner.routing().rules()));
        }
        RULES.write(variables, rules);
    }

    private static Table<Owned<RuleDetails>> rules() {
        Table<Owned<RuleDetails>> table =
                new Table<Owned<RuleDetails>>(Oids.VRRP.plus(8, 1))
                        .column(2, each -> Value.text(direction(each.thing())))
                        .maybe(3, each -> address(each.thing()).map(Rules::type))
                        .maybe(4, each -> address(each.thing()).map(Values::network))
                        .maybe(5, each -> address(each.thing()).map(Values::length))
                        .maybe(6, each -> table(each.thing()))
                        .column(7, each -> Values.truth(each.owner().set()))
                        .column(8, each -> Values.truth(each.thing().inverted()));
        prefix(table, 9, false);
        prefix(table, 12, true);
        selectors(table);
        return actions(table);
    }

    private static void prefix(Table<Owned<RuleDetails>> table, int first, boolean source) {
        table.maybe(first, each -> prefix(each, source).map(Rules::type))
                .maybe(first + 1, each -> prefix(each, source).map(Values::network))
                .maybe(first + 2, each -> prefix(each, source).map(Values::length));
    }

    private static void selectors(Table<Owned<RuleDetails>> table) {
        table.column(15, each -> Value.gauge(each.thing().tos()))
                .maybe(16, each -> Values.known(each.thing().mark()))
                .maybe(17, each -> mask(each.thing()))
                .maybe(20, each -> Values.textOf(each.thing().inputInterface()))
                .maybe(21, each -> Values.textOf(each.thing().outputInterface()))
                .maybe(28, each -> tunnel(each.thing(), HALF))
                .maybe(29, each -> tunnel(each.thing(), 0))
                .maybe(30, each -> Values.known(each.thing().firstUser()))
                .maybe(31, each -> Values.known(each.thing().lastUser()))
                .maybe(34, each -> Values.positive(each.thing().ipProtocol()))
                .maybe(35, each -> Values.positive(each.thing().firstSourcePort()))
                .maybe(36, each -> Values.positive(each.thing().lastSourcePort()))
                .maybe(37, each -> Values.positive(each.thing().firstDestinationPort()))
                .maybe(38, each -> Values.positive(each.thing().lastDestinationPort()));
    }

    private static Table<Owned<RuleDetails>> actions(Table<Owned<RuleDetails>> table) {
        return table.maybe(18, each -> Values.positive(each.thing().realmDestination()))
                .maybe(19, each -> Values.positive(each.thing().realmSource()))
                .maybe(22, each -> target(each.thing()))
                .column(23, each -> Value.number(ACTIONS.get(each.thing().action())))
                .maybe(24, each -> table(each.thing()))
                .column(25, each -> Value.gauge(each.thing().preference()))
                .maybe(26, each -> Values.known(each.thing().suppressPrefixLength()))
                .maybe(27, each -> group(each.thing()))
                .maybe(32, each -> virtualRouting(each.thing()));
    }

    private static String direction(RuleDetails rule) {
        if (rule.from().isEmpty()) {
            return rule.to().isEmpty() ? "" : "to";
        }
        return rule.to().isEmpty() ? "from" : "both";
    }

    /** What the MIB had before it had both: where packets go, else where they come from. */
    private static Optional<String> address(RuleDetails rule) {
        return some(rule.to()).or(() -> some(rule.from()));
    }

    private static Optional<String> prefix(Owned<RuleDetails> each, boolean source) {
        return some(source ? each.thing().from() : each.thing().to());
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(each -> !each.isEmpty());
    }

    private static Value type(String prefix) {
        return Value.number(Values.addressType(Values.prefix(prefix).address()));
    }

    /** 0 for the table of a VRF. */
    private static Optional<Value> table(RuleDetails rule) {
        return ACTIONS.get(rule.action()) == 1
                ? Optional.of(Value.gauge(rule.target()))
                : Optional.empty();
    }

    private static Optional<Value> target(RuleDetails rule) {
        return rule.action().equals("goto")
                ? Optional.of(Value.gauge(rule.target()))
                : Optional.empty();
    }

    private static Optional<Value> mask(RuleDetails rule) {
        return rule.mark() < 0 ? Optional.empty() : Optional.of(Value.gauge(rule.markMask()));
    }

    private static Optional<Value> tunnel(RuleDetails rule, int shift) {
        return rule.tunnelId() == 0
                ? Optional.empty()
                : Optional.of(Value.gauge(rule.tunnelId() >>> shift));
    }

    private static Optional<Value> group(RuleDetails rule) {
        return rule.suppressInterfaceGroup() < 0
                ? Optional.empty()
                : Values.textOf(Integer.toString(rule.suppressInterfaceGroup()));
    }

    private static Optional<Value> virtualRouting(RuleDetails rule) {
        return rule.action().equals("l3mdev") ? Optional.of(Values.truth(true)) : Optional.empty();
    }
}
