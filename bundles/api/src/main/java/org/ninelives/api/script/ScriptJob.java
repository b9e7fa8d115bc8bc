package org.ninelives.api.script;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of a script.
 *
 * @param label what it is to the operator, for the log: {@code vrrp_script chk_nginx}
 * @param extraWords arguments after those of the script
 * @param environment variables beyond those of the daemon
 * @param timeout after which it is ended by force; zero for never
 * @param networkNamespace where it runs, by a name that ip-netns(8) knows; that of the daemon when
 *     empty
 */
public record ScriptJob(
        String label,
        Script script,
        ScriptRules rules,
        List<String> extraWords,
        Map<String, String> environment,
        Duration timeout,
        Optional<String> networkNamespace) {

    public ScriptJob {
        extraWords = List.copyOf(extraWords);
        environment = Map.copyOf(environment);
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("a timeout of " + timeout);
        }
    }

    /** One in the network namespace of the daemon. */
    public ScriptJob(
            String label,
            Script script,
            ScriptRules rules,
            List<String> extraWords,
            Map<String, String> environment,
            Duration timeout) {
        this(label, script, rules, extraWords, environment, timeout, Optional.empty());
    }
}
