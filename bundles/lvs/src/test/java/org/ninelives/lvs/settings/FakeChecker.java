package org.ninelives.lvs.settings;

import java.util.List;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckKeywords;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.CheckerBlock;
import org.ninelives.api.check.CheckerType;
import org.ninelives.api.check.Probe;
import org.ninelives.api.check.ProbeMethod;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;

/** A checker with one keyword of its own, {@code path}. */
public record FakeChecker(String keyword) implements CheckerType {

    private static final Keyword<String> PATH =
            Keyword.value("path", ArgumentTypes.word("PATH"), "/", "what is asked for");

    /** Tells one block from another. */
    record Method(String path) implements ProbeMethod {

        @Override
        public CheckResult run(Probe probe) {
            return CheckResult.passed(path);
        }
    }

    @Override
    public String help() {
        return "a check that always passes";
    }

    @Override
    public BlockGrammar grammar() {
        return CheckKeywords.connecting(PATH);
    }

    @Override
    public List<Check> read(CheckerBlock block) {
        return List.of(block.probing(new Method(block.values().get(PATH))));
    }
}
