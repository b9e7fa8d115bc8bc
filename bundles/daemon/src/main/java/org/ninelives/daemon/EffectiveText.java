package org.ninelives.daemon;

import java.util.List;
import java.util.Set;
import org.ninelives.config.Statement;

/**
 * A tree as text again: what the configuration is after includes, conditions, definitions and
 * sequences.
 */
final class EffectiveText {

    private static final Set<String> SECRETS = Set.of("auth_pass", "password", "smtp_password");
    private static final String INDENT = "    ";
    private static final String MASK = "****";

    private final boolean masked;
    private final StringBuilder text = new StringBuilder();

    private EffectiveText(boolean masked) {
        this.masked = masked;
    }

    /** With all secrets, for the eyes of whoever may read the file itself. */
    static String whole(List<Statement> statements) {
        return new EffectiveText(false).of(statements);
    }

    /** Without passwords and keys, for logs and remote clients. */
    static String masked(List<Statement> statements) {
        return new EffectiveText(true).of(statements);
    }

    private String of(List<Statement> statements) {
        append(statements, "", "");
        return text.toString();
    }

    private void append(List<Statement> statements, String block, String indent) {
        for (Statement statement : statements) {
            text.append(indent).append(line(statement, block));
            if (statement.hasBlock()) {
                text.append(" {\n");
                append(statement.body(), statement.keyword(), indent + INDENT);
                text.append(indent).append('}');
            }
            text.append('\n');
        }
    }

    private String line(Statement statement, String block) {
        boolean secret =
                SECRETS.contains(statement.keyword())
                        || (block.equals("auth_hmac") && statement.keyword().equals("key"));
        return masked && secret ? statement.keyword() + " " + MASK : statement.text();
    }
}
