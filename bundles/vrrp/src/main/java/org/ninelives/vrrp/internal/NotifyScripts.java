package org.ninelives.vrrp.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.script.Scripts;
import org.ninelives.vrrp.settings.VrrpSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of notify scripts that cannot run when the configuration is loaded, and not only when they
 * are needed. Safe for use by several threads.
 */
final class NotifyScripts {

    private static final Logger LOG = LoggerFactory.getLogger(NotifyScripts.class);

    private volatile Optional<Scripts> runner = Optional.empty();

    /**
     * Who runs scripts from now on.
     *
     * @param scripts null for nobody
     */
    void runBy(Scripts scripts) {
        runner = Optional.ofNullable(scripts);
    }

    /** Logs what is wrong or doubtful about each script, whatever it is told. */
    void inspect(VrrpSettings settings, ScriptRules rules) {
        runner.ifPresent(scripts -> of(settings).forEach(each -> inspect(scripts, each, rules)));
    }

    private static void inspect(Scripts scripts, Script script, ScriptRules rules) {
        for (String sentence : scripts.inspect(script, rules).sentences()) {
            LOG.warn("Notify script {}: {}", script.path(), sentence);
        }
    }

    private static Set<Script> of(VrrpSettings settings) {
        return Stream.concat(
                        settings.instances().stream()
                                .map(instance -> instance.notifications().audience()),
                        settings.groups().stream().map(group -> group.notifications().audience()))
                .flatMap(NotifyScripts::of)
                .map(script -> new Script(List.of(script.path()), script.user()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<Script> of(Audience audience) {
        return Stream.concat(audience.scripts().values().stream(), audience.any().stream());
    }
}
