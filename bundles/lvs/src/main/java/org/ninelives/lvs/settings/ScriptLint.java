package org.ninelives.lvs.settings;

import java.util.List;
import java.util.Optional;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;

/** Tells where the first script of virtual servers is, if scripts may not be safe. */
final class ScriptLint {

    private static final List<Keyword<Optional<Script>>> OF_VIRTUAL_SERVER =
            List.of(VirtualServerGrammar.QUORUM_UP, VirtualServerGrammar.QUORUM_DOWN);
    private static final List<Keyword<Optional<Script>>> OF_REAL_SERVER =
            List.of(RealServerGrammar.NOTIFY_UP, RealServerGrammar.NOTIFY_DOWN);

    private ScriptLint() {}

    static void check(Scope scope, List<Block<VirtualServerHeader>> virtualServers) {
        for (Block<VirtualServerHeader> virtualServer : virtualServers) {
            if (warn(scope, virtualServer.values(), OF_VIRTUAL_SERVER)) {
                return;
            }
            for (Block<?> server : virtualServer.values().get(scope.grammar().realServer())) {
                if (warn(scope, server.values(), OF_REAL_SERVER)) {
                    return;
                }
            }
        }
    }

    private static boolean warn(
            Scope scope, Values values, List<Keyword<Optional<Script>>> keywords) {
        Optional<Keyword<Optional<Script>>> first =
                keywords.stream().filter(values::isSet).findFirst();
        first.ifPresent(
                keyword ->
                        ScriptRules.of(scope.globalDefs())
                                .warnIfInsecure(
                                        scope.problems(),
                                        values.position(keyword),
                                        keyword.name()));
        return first.isPresent();
    }
}
