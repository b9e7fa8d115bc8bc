package org.ninelives.lvs.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckedServer;
import org.ninelives.api.check.CheckerBlock;
import org.ninelives.api.check.CheckerType;
import org.ninelives.config.Position;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;
import org.ninelives.config.grammar.Suggestion;
import org.ninelives.config.grammar.Values;

/** Reads the checks of one real server. */
final class CheckersReader {

    private final Scope scope;
    private final Values values;
    private final CheckedServer server;
    private final List<Check> checks = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    private record Written(String keyword, CheckerType type, Values values) {}

    CheckersReader(Scope scope, Values values, CheckedServer server) {
        this.scope = scope;
        this.values = values;
        this.server = server;
    }

    CheckersReader read() {
        List<Written> blocks = new ArrayList<>();
        scope.grammar()
                .checkers()
                .forEach(
                        (keyword, type) -> {
                            for (Block<Boolean> block : values.get(keyword)) {
                                blocks.add(new Written(keyword.name(), type, block.values()));
                            }
                        });
        blocks.sort(Comparator.comparingInt(block -> block.values().position().line()));
        blocks.forEach(this::read);
        values.get(RealServerGrammar.UNKNOWN_CHECKERS).forEach(this::noteUnknown);
        return this;
    }

    /** In the order of the configuration. */
    List<Check> checks() {
        return checks;
    }

    /** The keywords of those that cannot be made. */
    List<String> unknown() {
        return unknown;
    }

    private void read(Written block) {
        try {
            checks.addAll(List.copyOf(block.type().read(blockOf(block))));
        } catch (RuntimeException | LinkageError e) {
            // A checker can be anyone's. What is wrong with it must not keep others from working.
            refuse(block.values().position(), block.keyword(), "its checker is broken: " + e);
        }
    }

    private CheckerBlock blockOf(Written block) {
        return new CheckerBlock(
                block.type(),
                block.values(),
                server,
                scope.root(),
                scope.globalDefs(),
                scope.problems());
    }

    private void noteUnknown(Located<String> block) {
        String keyword = block.value();
        Optional<String> refusal = scope.grammar().refusal(keyword);
        refuse(
                block.position(),
                keyword,
                refusal.map(reason -> "its checker is broken: " + reason + ";")
                                .orElseGet(() -> notInstalled(keyword))
                        + " its block is skipped");
    }

    private String notInstalled(String keyword) {
        return "no checker of this name is installed ("
                + ShippedCheckers.bundle(keyword)
                        .map(name -> "put the .jar of " + name + " back into the folder bundles")
                        .orElseGet(() -> meant(keyword))
                + ");";
    }

    private String meant(String keyword) {
        List<String> installed =
                scope.grammar().checkers().keySet().stream().map(Keyword::name).sorted().toList();
        return Suggestion.nearest(keyword, installed)
                .map(name -> "did you mean '" + name + "'?")
                .orElse(
                        installed.isEmpty()
                                ? "there is none"
                                : "there are " + String.join(", ", installed));
    }

    private void refuse(Position where, String keyword, String reason) {
        scope.problems().error(where, keyword, reason + ", and the server counts as unchecked");
        unknown.add(keyword);
    }
}
