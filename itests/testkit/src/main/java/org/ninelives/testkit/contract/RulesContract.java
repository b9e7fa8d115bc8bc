package org.ninelives.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.Rule;
import org.ninelives.api.system.RuleAction;
import org.ninelives.api.system.RuleBuilder;
import org.ninelives.api.system.RuleChange;
import org.ninelives.api.system.RuleFailure;

/** What becomes of changes to rules, and what is told of their loss. */
public abstract class RulesContract extends Contract {

    private static final Rule FROM = rule(1000).from(IpPrefix.of("10.9.1.0/24")).build();
    private static final Rule TO = rule(1001).to(IpPrefix.of("10.9.2.0/24")).build();
    private static final Rule IPV6 =
            RuleBuilder.of(IpAddress.Family.IPV6, 1002, RuleAction.Lookup.of(100))
                    .from(IpPrefix.of("2001:db8::/32"))
                    .build();

    private final RecordingLosses lost = new RecordingLosses();

    private static RuleBuilder rule(long preference) {
        return RuleBuilder.of(IpAddress.Family.IPV4, preference, RuleAction.Lookup.of(100));
    }

    @Test
    void whatIsAddedIsPresentUntilItIsRemoved() throws Exception {
        assertThat(add(FROM, TO, IPV6)).isEmpty();
        assertThat(present(FROM, rule(1003).build(), TO, IPV6)).containsExactly(FROM, TO, IPV6);
        assertThat(remove(FROM, IPV6)).isEmpty();
        assertThat(present(FROM, TO, IPV6)).containsExactly(TO);
    }

    @Test
    void aRuleThatIsThereAlreadyIsDone() throws Exception {
        assertThat(add(FROM, FROM, IPV6, IPV6)).isEmpty();
        assertThat(add(FROM, IPV6)).isEmpty();
        remove(FROM);
        assertThat(present(FROM)).isEmpty();
    }

    @Test
    void aRuleThatIsNotThereIsGone() throws Exception {
        assertThat(remove(FROM, IPV6)).isEmpty();
    }

    @Test
    void aRuleMayNameAnInterfaceThatIsNotThere() throws Exception {
        Rule rule = rule(1004).inputDevice(new InterfaceName("eth9")).build();
        assertThat(add(rule)).isEmpty();
        assertThat(present(rule)).containsExactly(rule);
    }

    @Test
    void aRuleRemovedByOthersIsToldToBeLost() throws Exception {
        add(FROM);
        watch();
        add(TO);
        rig.removeRule(FROM);
        rig.until("the loss of an earlier one", () -> lost.rules().equals(List.of(FROM)));
        rig.removeRule(TO);
        rig.until("the loss of both", () -> lost.rules().equals(List.of(FROM, TO)));
    }

    @Test
    void ownRemovalsAreNotTold() throws Exception {
        watch();
        add(FROM, TO);
        remove(FROM);
        rig.removeRule(TO);
        rig.until("the loss", () -> !lost.rules().isEmpty());
        assertThat(lost.rules()).containsExactly(TO);
    }

    @Test
    void rulesOfOthersAreNotTold() throws Exception {
        watch();
        rig.addRule(FROM);
        rig.removeRule(FROM);
        add(TO);
        rig.removeRule(TO);
        rig.until("the loss", () -> !lost.rules().isEmpty());
        assertThat(lost.rules()).containsExactly(TO);
    }

    @Test
    void aRuleThatWasLostAndPutBackIsWatchedAgain() throws Exception {
        watch();
        add(FROM);
        rig.removeRule(FROM);
        rig.until("the first loss", () -> lost.rules().size() == 1);
        add(FROM);
        rig.removeRule(FROM);
        rig.until("the second loss", () -> lost.rules().size() == 2);
    }

    @Test
    void manyRulesAreAddedAndRemoved() throws Exception {
        Rule[] many =
                IntStream.range(0, 500)
                        .mapToObj(i -> rule(2000 + i).from(IpPrefix.of("10.9.3.0/24")).build())
                        .toArray(Rule[]::new);
        assertThat(add(many)).isEmpty();
        assertThat(present(many)).containsExactly(many);
        assertThat(remove(many)).isEmpty();
        assertThat(present(many)).isEmpty();
    }

    @Test
    void nothingToDoIsDone() throws Exception {
        assertThat(add()).isEmpty();
        assertThat(present()).isEmpty();
    }

    private void watch() throws Exception {
        rig.on(
                loop,
                () -> {
                    loop.rules().watch(lost);
                    return null;
                });
    }

    private List<RuleFailure> add(Rule... rules) throws Exception {
        return apply(RuleChange.Add::new, rules);
    }

    private List<RuleFailure> remove(Rule... rules) throws Exception {
        return apply(RuleChange.Remove::new, rules);
    }

    private List<RuleFailure> apply(Function<Rule, RuleChange> change, Rule... rules)
            throws Exception {
        List<RuleChange> changes = Arrays.stream(rules).map(change).toList();
        return rig.on(loop, () -> loop.rules().apply(changes));
    }

    private List<Rule> present(Rule... rules) throws Exception {
        return rig.on(loop, () -> loop.rules().present(List.of(rules)));
    }
}
