package org.ninelives.api.script;

import java.util.Optional;

/**
 * Who runs a script, by name or number as written; whether they exist is known when it runs.
 *
 * @param group empty for the user's own
 */
public record ScriptUser(String user, Optional<String> group) {}
