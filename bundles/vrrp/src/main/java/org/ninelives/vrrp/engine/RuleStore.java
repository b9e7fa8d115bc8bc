package org.ninelives.vrrp.engine;

import java.util.List;
import java.util.function.Function;
import org.ninelives.api.system.Rule;
import org.ninelives.api.system.RuleChange;
import org.ninelives.api.system.Rules;

/** The routing rules of this machine. */
final class RuleStore implements Store<Rule> {

    private final Rules rules;

    RuleStore(Rules rules) {
        this.rules = rules;
    }

    @Override
    public List<Refusal<Rule>> put(List<Rule> things) {
        return apply(things, RuleChange.Add::new);
    }

    @Override
    public List<Refusal<Rule>> take(List<Rule> things) {
        return apply(things, RuleChange.Remove::new);
    }

    private List<Refusal<Rule>> apply(List<Rule> things, Function<Rule, RuleChange> change) {
        return rules.apply(things.stream().map(change).toList()).stream()
                .map(failure -> new Refusal<>(failure.change().rule(), failure.cause()))
                .toList();
    }
}
