package org.ninelives.api.script;

import java.util.List;
import java.util.Optional;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Keyword;

/**
 * What {@code global_defs} says about all scripts. The section of the script runner declares these
 * keywords; any other section reads them from the same block by way of {@link ScriptRules#of}.
 */
public final class ScriptKeywords {

    static final Keyword<Optional<ScriptUser>> SCRIPT_USER =
            Keyword.optional(
                    "script_user",
                    new ScriptUserType(),
                    "who runs scripts that name no user; by default keepalived_script, or the user"
                            + " of the daemon where there is none");

    static final Keyword<Boolean> ENABLE_SCRIPT_SECURITY =
            Keyword.value(
                    "enable_script_security",
                    ArgumentTypes.nothing(),
                    false,
                    "refuses to run as root what others than root can change");

    static final Keyword<Boolean> USE_SYMLINK_PATHS =
            Keyword.value(
                    "use_symlink_paths",
                    ArgumentTypes.bool(),
                    false,
                    "runs scripts by the path as written, symbolic links unresolved");

    static final Keyword<Boolean> SET_SUPPLEMENTARY_GROUPS =
            Keyword.value(
                    "set_supplementary_groups",
                    ArgumentTypes.bool(),
                    false,
                    "gives scripts all groups of their user instead of the first one only");

    /** All of them. */
    public static final List<Keyword<?>> ALL =
            List.of(
                    SCRIPT_USER,
                    ENABLE_SCRIPT_SECURITY,
                    USE_SYMLINK_PATHS,
                    SET_SUPPLEMENTARY_GROUPS);

    private ScriptKeywords() {}
}
