package org.ninelives.migrate.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.script.ScriptType;
import org.ninelives.api.script.ScriptUser;
import org.ninelives.api.script.ScriptUserType;
import org.ninelives.api.script.ScriptVerdict;
import org.ninelives.api.script.Scripts;
import org.ninelives.config.CommandWords;
import org.ninelives.config.Position;
import org.ninelives.config.Statement;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;
import org.ninelives.migrate.core.NamedScript;

/** Looks whether the scripts of a configuration can be run, with the eyes of their runner. */
final class ScriptLook {

    private final Scripts scripts;
    private final ScriptRules rules;
    private final Root root;
    private final Facts facts;

    ScriptLook(Scripts scripts, ScriptRules rules, Root root, Facts facts) {
        this.scripts = scripts;
        this.rules = rules;
        this.root = root;
        this.facts = facts;
    }

    void read(List<Statement> configuration) {
        for (NamedScript named : NamedScript.in(configuration)) {
            readable(named).ifPresent(script -> look(named.position(), script));
        }
    }

    /** Nothing where the line is no script; the test of the configuration tells what is wrong. */
    private static Optional<Script> readable(NamedScript named) {
        try {
            return Optional.of(script(named));
        } catch (InvalidArgumentException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Script script(NamedScript named) throws InvalidArgumentException {
        if (named.withUser()) {
            return new ScriptType().parse(arguments("notify " + named.command()));
        }
        Optional<ScriptUser> user = Optional.empty();
        if (named.user().isPresent()) {
            user = Optional.of(new ScriptUserType().parse(arguments("user " + named.user().get())));
        }
        List<String> words = CommandWords.split(CommandWords.split(named.command()).getFirst());
        return new Script(words, user);
    }

    private static Arguments arguments(String text) {
        return Arguments.of(Statement.line(new Position("script", 0), text));
    }

    private void look(Position position, Script script) {
        ScriptVerdict verdict = scripts.inspect(inRoot(script), rules);
        if (!verdict.usable()) {
            tell(position, "script_refused", script, verdict);
        } else if (verdict.sentences().isEmpty()) {
            facts.add(position, "script_fit", script.path());
        } else {
            tell(position, "script_doubt", script, verdict);
        }
    }

    private void tell(Position position, String keyword, Script script, ScriptVerdict verdict) {
        facts.add(position, keyword, script.path() + ": " + String.join("; ", verdict.sentences()));
    }

    private Script inRoot(Script script) {
        if (root.isMachine() || !script.path().startsWith("/")) {
            return script;
        }
        List<String> words = new ArrayList<>(script.words());
        words.set(0, root.of(script.path()).toString());
        return new Script(words, script.user());
    }
}
