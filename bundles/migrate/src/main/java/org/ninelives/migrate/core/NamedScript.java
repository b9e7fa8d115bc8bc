package org.ninelives.migrate.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ninelives.config.Position;
import org.ninelives.config.Statement;

/**
 * A script that a configuration names.
 *
 * @param command its words as written, quotes and all, with a user after it where one may stand
 * @param user who runs it by a line of its own, user and group as written
 * @param withUser whether user and group may follow the command
 */
public record NamedScript(
        Position position, String command, Optional<String> user, boolean withUser) {

    private static final Set<String> WITH_USER =
            Set.of(
                    "notify",
                    "notify_master",
                    "notify_backup",
                    "notify_fault",
                    "notify_stop",
                    "notify_deleted",
                    "notify_master_rx_lower_pri",
                    "notify_up",
                    "notify_down",
                    "quorum_up",
                    "quorum_down",
                    "startup_script",
                    "shutdown_script",
                    "notify_fifo_script",
                    "vrrp_notify_fifo_script",
                    "lvs_notify_fifo_script");

    private static final Set<String> WITHOUT_USER = Set.of("script", "misc_path");

    /** All of them, in order. */
    public static List<NamedScript> in(List<Statement> statements) {
        List<NamedScript> found = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement.hasBlock()) {
                found.addAll(in(statement.body()));
                continue;
            }
            boolean withUser = WITH_USER.contains(statement.keyword());
            boolean named = withUser || WITHOUT_USER.contains(statement.keyword());
            if (named && !statement.rawArguments().isEmpty()) {
                found.add(
                        new NamedScript(
                                statement.position(),
                                statement.rawArguments(),
                                withUser ? Optional.empty() : userBeside(statements),
                                withUser));
            }
        }
        return found;
    }

    private static Optional<String> userBeside(List<Statement> block) {
        return block.stream()
                .filter(statement -> statement.keyword().equals("user"))
                .map(Statement::rawArguments)
                .findFirst();
    }
}
