package org.ninelives.vrrp.settings;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ninelives.api.system.Realms;
import org.ninelives.api.system.RuleAction;
import org.ninelives.config.grammar.InvalidArgumentException;

/** What one rule does, collected word by word. */
final class RuleEntryAction {

    private static final long INT_MAX = 0xffff_ffffL;
    private static final long PREFIX_LENGTH_MAX = 128;
    private static final long MAIN = 254;

    private final RoutingWords words;
    private Optional<RuleAction> action = Optional.empty();
    private Realms realms = Realms.NONE;
    private OptionalInt suppressedLength = OptionalInt.empty();
    private OptionalInt suppressedGroup = OptionalInt.empty();

    RuleEntryAction(RoutingWords words) {
        this.words = words;
    }

    /** Takes what follows, if the word is about the action. */
    boolean take(String word) throws InvalidArgumentException {
        switch (word) {
            case "table", "lookup" -> set(RuleAction.Lookup.of(table(word)));
            case "l3mdev" ->
                    set(
                            new RuleAction.Lookup(
                                    OptionalLong.empty(),
                                    RuleAction.Suppress.NOTHING,
                                    Realms.NONE));
            case "realms" -> realms = words.realms();
            case "suppress_prefixlength", "sup_pl" ->
                    suppressedLength =
                            OptionalInt.of((int) words.number(word, 0, PREFIX_LENGTH_MAX));
            case "suppress_ifgroup", "sup_group" ->
                    suppressedGroup =
                            OptionalInt.of(
                                    (int)
                                            words.named(
                                                    word,
                                                    RoutingNames.Kind.GROUP,
                                                    0,
                                                    Integer.MAX_VALUE));
            case "type" -> takeNamed(words.take("blackhole, prohibit or unreachable"));
            default -> {
                return takeIfNamed(word);
            }
        }
        return true;
    }

    private long table(String keyword) throws InvalidArgumentException {
        long number = words.named(keyword, RoutingNames.Kind.TABLE, 0, INT_MAX);
        if (number == 0) {
            words.remark(keyword + " 0 is table main");
            return MAIN;
        }
        return number;
    }

    private void takeNamed(String word) throws InvalidArgumentException {
        if (!takeIfNamed(word)) {
            throw new InvalidArgumentException(
                    "type " + word + " is none of goto, nop, blackhole, prohibit, unreachable");
        }
    }

    private boolean takeIfNamed(String word) throws InvalidArgumentException {
        switch (word) {
            case "goto" -> set(new RuleAction.Goto(words.number(word, 1, INT_MAX)));
            case "nop" -> set(new RuleAction.Nop());
            case "blackhole" -> set(new RuleAction.Blackhole());
            case "prohibit" -> set(new RuleAction.Prohibit());
            case "unreachable" -> set(new RuleAction.Unreachable());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void set(RuleAction newAction) throws InvalidArgumentException {
        if (action.isPresent()) {
            throw new InvalidArgumentException(
                    "a rule has one of table, l3mdev, goto, nop, blackhole, prohibit,"
                            + " unreachable");
        }
        action = Optional.of(newAction);
    }

    /** Whether realms, which are for IPv4 only, were given. */
    boolean hasRealms() {
        return !realms.equals(Realms.NONE);
    }

    boolean isGoto() {
        return action.filter(RuleAction.Goto.class::isInstance).isPresent();
    }

    RuleAction action() throws InvalidArgumentException {
        RuleAction given =
                action.orElseThrow(
                        () ->
                                new InvalidArgumentException(
                                        "a rule needs table, l3mdev, goto, nop, blackhole,"
                                                + " prohibit or unreachable"));
        if (given instanceof RuleAction.Lookup lookup) {
            return new RuleAction.Lookup(
                    lookup.table(),
                    new RuleAction.Suppress(suppressedLength, suppressedGroup),
                    realms);
        }
        if (hasRealms() || suppressedLength.isPresent() || suppressedGroup.isPresent()) {
            throw new InvalidArgumentException(
                    "realms, suppress_prefixlength and suppress_ifgroup need table or l3mdev");
        }
        return given;
    }
}
