package org.ninelives.testkit;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.system.Rule;
import org.ninelives.api.system.RuleChange;
import org.ninelives.api.system.RuleFailure;
import org.ninelives.api.system.RuleListener;
import org.ninelives.api.system.Rules;

/** Changes the rules of a fake machine as rtnetlink would. */
final class FakeRules implements Rules {

    private final FakeMachine machine;
    private final FakeTable<Rule> table;
    private final FakeTable.View<Rule> own;

    FakeRules(FakeMachine machine) {
        this.machine = machine;
        table = machine.routing().ruleTable();
        own = table.newView();
    }

    @Override
    public List<RuleFailure> apply(List<RuleChange> changes) {
        machine.checkThread();
        List<RuleFailure> failures = new ArrayList<>();
        for (RuleChange change : changes) {
            machine.refusals()
                    .of(change)
                    .ifPresentOrElse(
                            cause -> failures.add(new RuleFailure(change, cause)),
                            () -> perform(change));
        }
        return failures;
    }

    private void perform(RuleChange change) {
        switch (change) {
            case RuleChange.Add add -> {
                if (own.add(add.rule())) {
                    machine.done(new Deed.RuleAdded(machine.nowNanos(), add.rule()));
                }
            }
            case RuleChange.Remove remove -> {
                if (own.remove(remove.rule())) {
                    machine.done(new Deed.RuleRemoved(machine.nowNanos(), remove.rule()));
                }
            }
        }
    }

    @Override
    public void watch(RuleListener listener) {
        machine.checkThread();
        own.listen(listener::ruleLost);
    }

    @Override
    public List<Rule> present(List<Rule> rules) {
        machine.checkThread();
        return rules.stream().filter(table::has).toList();
    }

    boolean hasNews() {
        return own.hasNews();
    }

    void tellNext() {
        own.tellNext();
    }

    void close() {
        table.forget(own);
    }
}
