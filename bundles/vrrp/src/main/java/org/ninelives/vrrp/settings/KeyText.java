package org.ninelives.vrrp.settings;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.ninelives.api.configuration.UnreadableSecretException;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;

/** A key as it is written: its number, and where its bytes are. Its text form hides it. */
final class KeyText {

    private static final String HEX = "hex:";
    private static final String FILE = "file:";

    private final int id;
    private final String source;

    private KeyText(int id, String source) {
        this.id = id;
        this.source = source;
    }

    /** {@code ID hex:HEX|file:PATH|TEXT}; complaints show nothing of the key. */
    static final class Type implements ArgumentType<KeyText> {

        @Override
        public KeyText parse(Arguments arguments) throws InvalidArgumentException {
            int id = ArgumentTypes.integer(1, 255).parse(arguments);
            return new KeyText(id, arguments.take("a key"));
        }

        @Override
        public String allowed() {
            return "1..255 hex:HEX|file:PATH|TEXT of 32..64 bytes";
        }
    }

    /** The number adverts name it by. */
    int id() {
        return id;
    }

    /**
     * The bytes of the key. A file holds them as they are, or {@code hex:} and their digits, and
     * may end its line.
     *
     * @throws UnreadableSecretException if there are none to be had
     */
    byte[] bytes(KeyFiles files) throws UnreadableSecretException {
        if (source.startsWith(FILE)) {
            byte[] content = files.content(source.substring(FILE.length()));
            int length = content.length;
            while (length > 0 && (content[length - 1] == '\n' || content[length - 1] == '\r')) {
                length--;
            }
            return decoded(Arrays.copyOf(content, length));
        }
        return decoded(source.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] decoded(byte[] written) throws UnreadableSecretException {
        String text = new String(written, StandardCharsets.ISO_8859_1);
        if (!text.startsWith(HEX)) {
            return written;
        }
        try {
            return HexFormat.of().parseHex(text, HEX.length(), text.length());
        } catch (IllegalArgumentException e) {
            // The cause would show a part of the key.
            throw new UnreadableSecretException(
                    "key " + id + " is not an even number of hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return "key " + id + " ********";
    }
}
