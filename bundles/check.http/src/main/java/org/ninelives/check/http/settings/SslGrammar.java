package org.ninelives.check.http.settings;

import static org.ninelives.config.grammar.ArgumentTypes.word;

import java.nio.file.Path;
import java.util.Optional;
import org.ninelives.config.Position;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;

/** The root block {@code SSL}. */
public final class SslGrammar {

    /** The name of the block. */
    public static final String KEYWORD = "SSL";

    static final Keyword<Optional<String>> PASSWORD =
            Keyword.optional("password", word("a password"), "password of the private key");
    static final Keyword<Optional<Path>> CA =
            Keyword.optional(
                    "ca",
                    file(),
                    "PEM file of the authorities for tls_verify; those of Java" + " unless given");
    static final Keyword<Optional<Path>> CERTIFICATE =
            Keyword.optional(
                    "certificate",
                    file(),
                    "PEM file of the certificate shown to servers that ask for one");
    static final Keyword<Optional<Path>> KEY =
            Keyword.optional("key", file(), "PEM file of its private key");

    static final Keyword<Values> SSL =
            Keyword.block(
                    KEYWORD,
                    BlockGrammar.of(PASSWORD, CA, CERTIFICATE, KEY),
                    "certificates and keys of all SSL_GET");

    /** The keywords outside all blocks. */
    public static final BlockGrammar ROOT = BlockGrammar.of(SSL);

    private SslGrammar() {}

    static ArgumentType<Path> file() {
        return word("PATH").map(Path::of);
    }

    /** What a configuration says. */
    public static TlsFiles read(Values root) {
        Values ssl = root.get(SSL);
        return new TlsFiles(ssl.get(CA), ssl.get(CERTIFICATE), ssl.get(KEY), ssl.get(PASSWORD));
    }

    /** Where the block begins. */
    public static Position position(Values root) {
        return root.position(SSL);
    }
}
