package org.ninelives.api.script;

import java.util.Optional;
import org.ninelives.config.Position;
import org.ninelives.config.Problem;
import org.ninelives.config.Problems;
import org.ninelives.config.Severity;
import org.ninelives.config.grammar.Values;

/**
 * What holds for all scripts of a configuration.
 *
 * @param user who runs those that name nobody; empty for {@code keepalived_script}, or the user of
 *     the daemon where there is no such user
 * @param secure whether what others than root can change is not run as root
 * @param symlinksKept whether a script is run by its path as written instead of the real one
 * @param allGroups whether a script has all groups of its user instead of the first one only
 */
public record ScriptRules(
        Optional<ScriptUser> user, boolean secure, boolean symlinksKept, boolean allGroups) {

    /** What holds where {@code global_defs} says nothing. */
    public static final ScriptRules DEFAULT =
            new ScriptRules(Optional.empty(), false, false, false);

    /** What a {@code global_defs} block says. */
    public static ScriptRules of(Values globalDefs) {
        return new ScriptRules(
                globalDefs.get(ScriptKeywords.SCRIPT_USER),
                globalDefs.get(ScriptKeywords.ENABLE_SCRIPT_SECURITY),
                globalDefs.get(ScriptKeywords.USE_SYMLINK_PATHS),
                globalDefs.get(ScriptKeywords.SET_SUPPLEMENTARY_GROUPS));
    }

    /**
     * Warns, once in a configuration, that it runs scripts without {@code enable_script_security}.
     * Every section that has found a script calls this.
     *
     * @param where the line of the script
     * @param keyword what names it there
     */
    public void warnIfInsecure(Problems problems, Position where, String keyword) {
        boolean warned =
                problems.all().stream()
                        .anyMatch(problem -> problem.kind() == Problem.Kind.SCRIPT_SECURITY);
        if (!secure && !warned) {
            problems.add(
                    new Problem(
                            Severity.WARNING,
                            Problem.Kind.SCRIPT_SECURITY,
                            where,
                            keyword,
                            "SECURITY VIOLATION - scripts are being executed but script_security"
                                    + " not enabled."));
        }
    }
}
