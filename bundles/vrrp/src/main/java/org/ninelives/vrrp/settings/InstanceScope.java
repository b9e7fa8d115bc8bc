package org.ninelives.vrrp.settings;

import java.util.Optional;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;
import org.ninelives.config.grammar.Values;

/** What is written about one instance, and where its readers complain. */
final class InstanceScope {

    private final String name;
    private final Values values;
    private final Values globals;
    private final Problems problems;
    private boolean runnable = true;

    InstanceScope(String name, Values values, Values globals, Problems problems) {
        this.name = name;
        this.values = values;
        this.globals = globals;
        this.problems = problems;
    }

    String name() {
        return name;
    }

    Values values() {
        return values;
    }

    Values globals() {
        return globals;
    }

    Problems problems() {
        return problems;
    }

    /** Whether nothing was found that keeps it from running. */
    boolean isRunnable() {
        return runnable;
    }

    <T> T get(Keyword<T> keyword) {
        return values.get(keyword);
    }

    boolean isSet(Keyword<?> keyword) {
        return values.isSet(keyword);
    }

    <T> T getGlobal(Keyword<T> keyword) {
        return globals.get(keyword);
    }

    /** What is written in the instance, or what holds for all. */
    <T> T orGlobal(Keyword<Optional<T>> own, Keyword<T> global) {
        return values.get(own).orElse(globals.get(global));
    }

    /** Whether it keeps to the RFC alone. */
    boolean isStrict() {
        return orGlobal(InstanceGrammar.STRICT_MODE, GlobalGrammar.VRRP_STRICT);
    }

    /** Whether, of two words that contradict each other, this one is written and the last. */
    boolean wins(Keyword<Boolean> word, Keyword<Boolean> contrary) {
        if (!values.get(word) || !values.get(contrary)) {
            return values.get(word);
        }
        warn(word, "contradicts " + contrary.name() + "; the last one counts");
        return values.position(word).line() > values.position(contrary).line();
    }

    void note(Keyword<?> keyword, String message) {
        problems.note(values.position(keyword), keyword.name(), message);
    }

    void warn(Keyword<?> keyword, String message) {
        problems.warning(values.position(keyword), keyword.name(), message);
    }

    void warn(Keyword<?> keyword, Located<?> line, String message) {
        problems.warning(line.position(), keyword.name(), message);
    }

    void error(Keyword<?> keyword, Located<?> line, String message) {
        problems.error(line.position(), keyword.name(), message);
    }

    /** Warns about strict mode, where it is asked for. */
    void warnOfStrictness(String message) {
        if (values.isSet(InstanceGrammar.STRICT_MODE)) {
            warn(InstanceGrammar.STRICT_MODE, message);
        } else {
            problems.warning(
                    globals.position(GlobalGrammar.VRRP_STRICT),
                    GlobalGrammar.VRRP_STRICT.name(),
                    message);
        }
    }

    void cannotRun(Keyword<?> keyword, String message) {
        problems.cannotRun(
                values.position(keyword), keyword.name(), message + "; " + name + " cannot run");
        runnable = false;
    }
}
